package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.GitHost;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.target.InsideScripts;
import java.util.ArrayList;
import java.util.List;

/** {@code install-server.sh}, and what the runbook says of a server that Docker Compose runs. */
final class ComposeServerScript {
    /** Where its machine keeps the logins of the registry and of the index. */
    static final String HOME = "/etc/clearml/server";

    private static final String SECURE = "CLEARML__SECURE__";
    private static final String CREDENTIALS = SECURE + "CREDENTIALS__";

    /**
     * A key of the open-source server that has a value which everybody knows.
     *
     * @param field of the secret
     * @param services those that read it
     */
    record Key(String field, String variable, List<String> services) {}

    private static final List<String> API = List.of("apiserver", "async_delete");
    private static final List<String> ALL = List.of("apiserver", "async_delete", "fileserver");

    /** In the order of {@link SecretUse#SERVER_KEYS} (clearml/clearml-docs:docs/deploying_clearml/clearml_server_security.md). */
    static final List<Key> KEYS = List.of(
            new Key("apiserver_key", CREDENTIALS + "APISERVER__USER_KEY", API),
            new Key("apiserver_secret", CREDENTIALS + "APISERVER__USER_SECRET", API),
            new Key("fileserver_key", CREDENTIALS + "FILESERVER__USER_KEY", ALL),
            new Key("fileserver_secret", CREDENTIALS + "FILESERVER__USER_SECRET", ALL),
            new Key("secure_auth_token_secret", SECURE + "AUTH__TOKEN_SECRET", API),
            new Key("test_user_key", CREDENTIALS + "TESTS__USER_KEY", API),
            new Key("test_user_secret", CREDENTIALS + "TESTS__USER_SECRET", API));

    private ComposeServerScript() {}

    static OutputFile of(ComposeServer compose) {
        Mapping facts = common(compose)
                .with("docker", DockerPulls.of(compose.site(), compose.registry(), compose.server()))
                .with("registries", DockerPulls.registries(compose.site()))
                .with("home", Leaf.text(compose.server().named(HOME)))
                .with("netrc", InsideScripts.netrc(PackageLogin.ofServices(compose.site(), compose.server())))
                .with("sysctl", settings(compose))
                .with("made", stated(compose, "made"))
                .with("owned", stated(compose, "owned"))
                .with("tokens", compose.enterprise() ? FilledVariable.reads(secrets(compose)) : Sequence.of(List.of()))
                .with(
                        "secrets",
                        compose.enterprise() ? Sequence.of(List.of()) : FilledVariable.reads(secrets(compose)));
        return new OutputFile(
                compose.folder() + "install-server.sh",
                Side.INSIDE,
                Program.BASH,
                new TemplatePrinter("clearml/install-server.sh", Quoting.SHELL),
                facts);
    }

    static List<Step> steps(ComposeServer compose) {
        Mapping facts = common(compose)
                .with("version", Leaf.text(compose.release().version().map(version -> version.text())))
                .with("web", Leaf.of(compose.server().get(ClearmlServer.WEB)))
                .with("fronts", fronts(compose))
                .with(
                        "reads",
                        FilledVariable.sources(
                                compose.registry(),
                                secrets(compose),
                                PackageLogin.ofServices(compose.site(), compose.server())));
        return List.of(
                new Step(Step.Phase.FETCH, "clearml/fetch-compose.md", facts.only("version", "enterprise", "open")),
                new Step(
                        Step.Phase.SERVER,
                        "clearml/install-server-by-compose.md",
                        facts.only("folder", "host", "enterprise", "open", "web", "fronts", "reads")),
                new Step(
                        Step.Phase.LATER,
                        "clearml/later-server-by-compose.md",
                        facts.only("folder", "enterprise", "host")));
    }

    private static Mapping common(ComposeServer compose) {
        return Mapping.EMPTY
                .with("folder", Leaf.text(compose.server().get(ClearmlServer.ROOT)))
                .with("host", Leaf.of(compose.release().host()))
                .with("enterprise", InsideScripts.flag(compose.enterprise()))
                .with("open", InsideScripts.flag(!compose.enterprise()));
    }

    /** Addresses that somebody in front of the machine answers, with the ports that the vendor's file opens. */
    private static Sequence fronts(ComposeServer compose) {
        List<Mapping> fronts = new ArrayList<>();
        front(fronts, compose.server().get(ClearmlServer.WEB), 8080);
        front(fronts, compose.server().get(ClearmlServer.API), 8008);
        if (compose.server().get(ClearmlServer.FILESERVER).value()) {
            front(fronts, compose.server().get(ClearmlServer.FILES), 8081);
        }
        return Sequence.of(fronts);
    }

    private static void front(List<Mapping> fronts, Fact<Url> url, long port) {
        if (url.value().scheme().equals("https")) {
            fronts.add(Mapping.EMPTY.with("url", Leaf.of(url)).with("port", Leaf.of(url.map(any -> new Count(port)))));
        }
    }

    /** What a script on the machine writes beside the variables that everybody may read. */
    private static List<FilledVariable> secrets(ComposeServer compose) {
        List<FilledVariable> all = new ArrayList<>();
        for (Fact<Block<Secret>> keys :
                compose.server().get(ClearmlServer.CREDENTIALS).stream().toList()) {
            if (compose.enterprise()) {
                all.add(new FilledVariable("TASK_ROUTER_TOKEN_SECRET", keys, "token"));
            } else {
                KEYS.forEach(key -> all.add(new FilledVariable(key.variable(), keys, key.field())));
                all.add(new FilledVariable("CLEARML_AGENT_ACCESS_KEY", keys, "access-key"));
                all.add(new FilledVariable("CLEARML_AGENT_SECRET_KEY", keys, "secret-key"));
            }
        }
        if (!compose.enterprise()) {
            GitHost.withLogin(GitHost.ofEverybody(compose.site()))
                    .flatMap(host -> host.get(GitHost.CREDENTIALS))
                    .ifPresent(login -> {
                        all.add(new FilledVariable("CLEARML_AGENT_GIT_USER", login, "username"));
                        all.add(new FilledVariable("CLEARML_AGENT_GIT_PASS", login, "password"));
                    });
        }
        return all;
    }

    /** Settings of the kernel, as lines of a file. */
    private static Sequence settings(ComposeServer compose) {
        return Sequence.of(rows(compose, "sysctl").stream()
                .map(row -> leaf(compose, row, row.steps().get(1).replace('/', '.') + " = " + row.text()))
                .toList());
    }

    private static Sequence stated(ComposeServer compose, String word) {
        return Sequence.of(rows(compose, word).stream()
                .map(row -> Mapping.EMPTY
                        .with("folder", leaf(compose, row, row.steps().get(1)))
                        .with("owner", leaf(compose, row, row.text())))
                .toList());
    }

    private static List<Product.Stated> rows(ComposeServer compose, String word) {
        return compose.release().product().stated(compose.release().version().value(), word);
    }

    private static Leaf leaf(ComposeServer compose, Product.Stated row, String text) {
        Origin demanded = new Origin.Demanded("the vendor's page says so", row.source());
        return Leaf.text(new Fact<>(
                text, Origin.all(List.of(demanded, compose.release().version().origin()))));
    }
}
