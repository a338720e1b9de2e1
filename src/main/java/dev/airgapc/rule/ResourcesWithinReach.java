package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.ResourcesServer;
import dev.airgapc.site.Site;
import java.util.List;
import java.util.Optional;

/**
 * The server of the bootstrap is reached by its address, in the way that the address says. Its image serves plain http as long as one of
 * certificate and key is missing, without a word.
 */
final class ResourcesWithinReach implements SiteRule<ClearmlBootstrap> {
    @Override
    public Code code() {
        return Code.error("AG0554", "resources-within-reach");
    }

    @Override
    public Kind<ClearmlBootstrap> subject() {
        return ClearmlBootstrap.KIND;
    }

    @Override
    public void check(Block<ClearmlBootstrap> bootstrap, Site site, Report report) {
        bootstrap.get(ClearmlBootstrap.SERVER).forEach(server -> check(server, report));
    }

    private void check(Block<ResourcesServer> server, Report report) {
        Fact<Url> url = server.get(ResourcesServer.URL);
        String name = url.value().host().name();
        if (name.equals("localhost") || name.startsWith("127.") || name.equals("[::1]") || name.equals("::1")) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(url),
                            "tasks in containers do not reach `" + name + "`: it is each one itself")
                    .help("write the name or the address of its machine"));
        }
        boolean isEncrypted = url.value().scheme().equals("https");
        for (Maybe<ResourcesServer, String> word : List.of(ResourcesServer.CERTIFICATE, ResourcesServer.PRIVATE_KEY)) {
            Optional<Fact<String>> stated = server.get(word);
            if (isEncrypted && stated.isEmpty()) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(url),
                                "the address begins with `https`, and without `" + word.name()
                                        + "` the server speaks http")
                        .help("write `" + word.name() + "`, a path on its machine, or begin the address with `http`"));
            }
            if (!isEncrypted && stated.isPresent()) {
                report.add(Diagnostic.of(
                                code(),
                                Spans.of(stated.get()),
                                "with a `" + word.name()
                                        + "` the server speaks https, and its address begins with `http`")
                        .related(Spans.of(url), "its address")
                        .help("begin the address with `https`, or remove `" + word.name() + "`"));
            }
        }
    }
}
