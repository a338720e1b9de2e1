package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.App;
import dev.airgapc.site.Artifact;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlBootstrap;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.List;
import java.util.Optional;

/**
 * What an application needs is whole, within reach and in a form that its tasks can use: otherwise it asks the internet, and starts without
 * what it is for (clearml/clearml-session:clearml_session/interactive_session_task.py).
 */
final class AppFiles implements SiteRule<App> {
    @Override
    public Code code() {
        return Code.error("AG0552", "app-files");
    }

    @Override
    public Kind<App> subject() {
        return App.KIND;
    }

    @Override
    public void check(Block<App> app, Site site, Report report) {
        List<Maybe<App, ?>> own = App.words(app.name());
        for (Maybe<App, ?> word : List.of(App.SERVER, App.PYTHON_EXTENSION, App.DROPBEAR, App.ROOT_PASSWORD)) {
            if (!own.contains(word)) {
                app.where(word.name())
                        .ifPresent(at ->
                                report.add(Diagnostic.of(code(), at, app.words() + " has no `" + word.name() + "`")
                                        .help(
                                                own.isEmpty()
                                                        ? "remove it: it belongs to `app vscode` or `app ssh`"
                                                        : "remove it")));
            }
        }
        for (Maybe<App, Block<Artifact>> file : List.of(App.SERVER, App.PYTHON_EXTENSION, App.DROPBEAR)) {
            if (own.contains(file)) {
                check(app, file, site, report);
            }
        }
    }

    private void check(Block<App> app, Maybe<App, Block<Artifact>> word, Site site, Report report) {
        Optional<Fact<Block<Artifact>>> file = app.get(word);
        if (file.isEmpty() && isProvided(app, word, site)) {
            return;
        }
        if (file.isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            app.heading(),
                            "tasks of " + app.words() + " would fetch its `" + word.name() + "` from the internet")
                    .help((word == App.DROPBEAR
                                    ? "give its agents a `bootstrap`, or carry the file in and write `"
                                    : "declare a `server` in `clearml-bootstrap`, or carry the file in and write `")
                            + word.name() + " = artifact.NAME`"));
        } else if (Artifact.place(file.get().value(), site).isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(file.get()),
                            file.get().value().words() + " has no place within the gap where tasks find it")
                    .related(file.get().value().heading(), "it is carried in")
                    .help("declare a `file-mirror`, or write `inside` in the artifact"));
        } else if (word == App.SERVER) {
            form(app, file.get(), report);
        }
    }

    /** By the server of resources; Dropbear by the bootstrap of every agent that runs its tasks, which sets the variable itself. */
    private static boolean isProvided(Block<App> app, Maybe<App, Block<Artifact>> word, Site site) {
        return word == App.DROPBEAR
                ? app.get(App.AGENTS).stream()
                        .noneMatch(agent ->
                                agent.value().get(ClearmlAgent.BOOTSTRAP).isEmpty())
                : ClearmlBootstrap.server(site).isPresent();
    }

    private void form(Block<App> app, Fact<Block<Artifact>> server, Report report) {
        String name = Artifact.name(server.value()).map(Fact::value).orElse("");
        if (name.endsWith(".tar.gz") || name.endsWith(".tgz")) {
            return;
        }
        if (!Artifact.isPackage(server.value())) {
            report.add(
                    Diagnostic.of(code(), Spans.of(server), "`" + name + "` is in no form that the application takes")
                            .help("carry a `.tar.gz`, or a `.deb` or `.rpm` for tasks of root"));
            return;
        }
        for (Fact<Block<ClearmlAgent>> agent : app.get(App.AGENTS)) {
            for (Block<? extends TaskSettings> tasks : Tasks.of(agent.value())) {
                tasks.get(TaskSettings.USER)
                        .filter(user -> user.value() != 0)
                        .ifPresent(user -> report.add(Diagnostic.of(
                                        code(),
                                        Spans.of(server),
                                        "only root can install `" + name + "`, and tasks of " + tasks.words()
                                                + " are not root")
                                .related(Spans.of(user), "their user")
                                .help("carry the `.tar.gz` instead")));
            }
        }
    }
}
