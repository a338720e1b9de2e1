package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code apps} within the server: the applications that its web application offers. */
public interface Apps {
    /** Whose queue an instance waits in. */
    enum QueueMode implements Choice {
        GLOBAL,
        PER_TENANT
    }

    Kind<Apps> KIND = Kind.<Apps>single("apps", "The applications that the server offers; it is there, so they are on.")
            .meaning("packages", "folder", "files", "dir", "apps-dir")
            .meaning("path", "repository", "repo", "artifactory")
            .meaning("host", "url", "address", "api");

    One<Apps, String> PACKAGES = KIND.required(
            "packages",
            SiteTypes.PLACE,
            "The folder of their packages, the vendor's zip files, where the scripts run.");
    One<Apps, String> PATH = KIND.one(
            "path",
            SiteTypes.REPOSITORY_PATH,
            Defaults.constant("clearml-apps", "what the vendor's pages call it"),
            "The repository of their images in the registry.");
    One<Apps, Block<Secret>> CREDENTIALS = KIND.required(
            "credentials", Types.to(Secret.KIND), "The keys of an administrator, made in the web application.");
    Maybe<Apps, Url> HOST = KIND.maybe(
            "host",
            SiteTypes.URL,
            Defaults.none("the server's `api`"),
            "The API, as the machine reaches it that uploads them.");
    Maybe<Apps, QueueMode> QUEUE_MODE = KIND.maybe(
            "queue-mode",
            Types.oneOf(List.of(QueueMode.values())),
            Defaults.none("the chart's own"),
            "Whose queue an instance waits in.");
    Maybe<Apps, Long> MAX_PODS = KIND.maybe(
            "max-pods", Types.count(1, 100_000), Defaults.none("no limit"), "How many instances run at the same time.");
}
