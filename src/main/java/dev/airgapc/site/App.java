package dev.airgapc.site;

import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code app}: an application of ClearML, and what its tasks would fetch from the internet otherwise. */
public interface App {
    /** The application that gives people VS Code. */
    String VSCODE = "vscode";

    /** The application that gives people a shell. */
    String SSH = "ssh";

    Kind<App> KIND = Kind.<App>named(
                    "app", "An application of ClearML, and what its tasks would fetch from the internet otherwise.")
            .alias("application", "apps")
            .meaning("server", "code-server", "vscode-server")
            .meaning("python-extension", "extension", "extensions")
            .advise("package", "`packages` of `apps` of the server is where those of all applications lie")
            .advise("images", "a block `image` for each is carried; `airgapc import app-images` makes them");

    Many<App, Block<ClearmlAgent>> AGENTS = KIND.many(
            "agents", Types.to(ClearmlAgent.KIND), Defaults.all(ClearmlAgent.KIND), "The agents that run its tasks.");
    Maybe<App, Block<Artifact>> SERVER = KIND.maybe(
            "server",
            Types.to(Artifact.KIND),
            Defaults.none("another application"),
            "Of `vscode`: code-server, as `.tar.gz`, or as `.deb` or `.rpm` for tasks of root.");
    Maybe<App, Block<Artifact>> PYTHON_EXTENSION = KIND.maybe(
            "python-extension",
            Types.to(Artifact.KIND),
            Defaults.none("another application"),
            "Of `vscode`: the extensions, which come from a marketplace otherwise.");
    Maybe<App, Block<Artifact>> DROPBEAR = KIND.maybe(
            "dropbear",
            Types.to(Artifact.KIND),
            Defaults.none("another application"),
            "Of `ssh`: the server of the session, for containers without privileges.");
    Maybe<App, Block<Secret>> ROOT_PASSWORD = KIND.maybe(
            "root-password",
            Types.to(Secret.KIND),
            Defaults.none("another one for each session"),
            "Of `ssh`: the password of sessions.");

    /** Those whose tasks an agent runs. */
    static List<Block<App>> of(Site site, Block<ClearmlAgent> agent) {
        return site.all(KIND).stream()
                .filter(app -> app.get(AGENTS).stream().anyMatch(one -> one.value() == agent))
                .toList();
    }

    /** The words that belong to one application, by its name. */
    static List<Maybe<App, ?>> words(String app) {
        return switch (app) {
            case VSCODE -> List.of(SERVER, PYTHON_EXTENSION);
            case SSH -> List.of(DROPBEAR, ROOT_PASSWORD);
            default -> List.of();
        };
    }
}
