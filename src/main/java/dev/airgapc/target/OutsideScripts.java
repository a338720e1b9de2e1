package dev.airgapc.target;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.language.Maybe;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Outside;
import dev.airgapc.site.Proxy;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.site.Upstream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What every script of the connected side knows of that side: proxy, certificates, logins, mirrors. */
public final class OutsideScripts {
    private OutsideScripts() {}

    /**
     * {@code environment}, {@code certificates} and {@code logins}, for a script one folder below {@code outside/}.
     *
     * @param hosts the registries that it fetches from: it logs in to no others
     */
    public static Mapping facts(Site site, Set<String> hosts) {
        List<Mapping> environment = new ArrayList<>();
        List<Leaf> certificates = new ArrayList<>();
        List<Mapping> logins = new ArrayList<>();
        for (Block<Outside> outside : site.all(Outside.KIND)) {
            outside.get(Outside.PROXY).ifPresent(proxy -> environment.addAll(environment(proxy)));
            Trust.bundle(outside.get(Outside.CA))
                    .ifPresent(bundle -> certificates.add(Leaf.text(bundle.map(any -> "../ca-bundle.crt"))));
            outside.get(Outside.LOGIN).forEach((host, login) -> {
                if (hosts.contains(host)) {
                    logins.add(login(host, login));
                }
            });
        }
        return Mapping.EMPTY
                .with("environment", Sequence.of(environment))
                .with("certificates", Sequence.of(certificates))
                .with("logins", Sequence.of(logins));
    }

    /** Where upstreams are fetched instead, the longest name first. */
    public static Sequence mirrors(Site site) {
        List<Map.Entry<String, Fact<Upstream>>> mirrors = new ArrayList<>();
        site.all(Outside.KIND)
                .forEach(outside -> mirrors.addAll(outside.get(Outside.MIRROR).entrySet()));
        mirrors.sort(Comparator.comparing(mirror -> -mirror.getKey().length()));
        return Sequence.of(mirrors.stream()
                .map(mirror -> Mapping.EMPTY
                        .with("from", Leaf.text(mirror.getValue().map(any -> mirror.getKey())))
                        .with("to", Leaf.text(mirror.getValue().map(Upstream::text))))
                .toList());
    }

    private static Mapping login(String host, Fact<Block<Secret>> login) {
        return SecretRead.login(login.value(), SecretUse.loginFields(host))
                .with("host", Leaf.text(login.map(any -> host)));
    }

    private static List<Mapping> environment(Fact<Block<Proxy>> proxy) {
        List<Mapping> variables = new ArrayList<>();
        Block<Proxy> block = proxy.value();
        variable("HTTP_PROXY", block, Proxy.HTTP, variables);
        variable("HTTPS_PROXY", block, Proxy.HTTPS, variables);
        variable("ALL_PROXY", block, Proxy.ALL, variables);
        List<String> without = block.get(Proxy.NO_PROXY).stream()
                .map(host -> host.value().text())
                .toList();
        if (!without.isEmpty()) {
            Origin origin = Origin.all(
                    block.get(Proxy.NO_PROXY).stream().map(Fact::origin).toList());
            variables.add(variable("NO_PROXY", new Fact<>(new Text(String.join(",", without)), origin)));
        }
        return variables;
    }

    private static void variable(
            String name, Block<Proxy> proxy, Maybe<Proxy, Url> attribute, List<Mapping> variables) {
        proxy.get(attribute).ifPresent(url -> variables.add(variable(name, url)));
    }

    private static Mapping variable(String name, Fact<? extends dev.airgapc.fact.Scalar> value) {
        return Mapping.EMPTY
                .with("name", Leaf.of(value.map(any -> new Variable(name))))
                .with("value", Leaf.of(value));
    }
}
