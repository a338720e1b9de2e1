package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code bootstrap} of an agent: tasks get a Python, a Git and what else starts them from binaries that the agent brings. */
public interface Bootstrap {
    /** Which Git a task has. */
    enum Git implements Choice {
        /** The image's, else the bundled one. */
        IMAGE,
        BUNDLED
    }

    Kind<Bootstrap> KIND = Kind.<Bootstrap>single(
                    "bootstrap",
                    "Tasks start from binaries that the agent brings, so images need no Python and no Git.")
            .meaning("python", "python-version")
            .meaning("uv-metadata", "uv-python-meta-file", "metadata", "meta-file")
            .meaning("python-mirror", "uv-python-install-mirror", "install-mirror")
            .meaning("install-ca-certificates", "always-install-ca-cert", "ca-certificates")
            .meaning("custom-command", "custom-cmd", "command")
            .advise("env", "write the variables into `env` of the agent")
            .later("packages");

    Maybe<Bootstrap, Version> PYTHON = KIND.maybe(
            "python",
            SiteTypes.VERSION,
            Defaults.none("the bootstrap's own choice"),
            "The Python of a task whose image has none.");
    Maybe<Bootstrap, Upload> UV_METADATA = KIND.maybe(
            "uv-metadata",
            Upload.TYPE,
            Defaults.none("on machines, that of `clearml-bootstrap`; on Kubernetes, the chart's own"),
            "The list of Pythons that `uv` may fetch: an address on machines, the path of a mounted file on Kubernetes.");
    Maybe<Bootstrap, Url> PYTHON_MIRROR = KIND.maybe(
            "python-mirror",
            SiteTypes.URL,
            Defaults.none("where the list says"),
            "Where `uv` fetches a Python from: the folder that takes the place of the public releases.");
    One<Bootstrap, Git> GIT = KIND.one(
            "git",
            Types.oneOf(List.of(Git.values())),
            Defaults.constant(Git.IMAGE, "an image that has one knows why"),
            "Which Git a task has: the image's if it has one, or the bundled one always.");
    One<Bootstrap, Boolean> INSTALL_CA_CERTIFICATES = KIND.one(
            "install-ca-certificates",
            Types.flag(),
            Defaults.constant(false, "the package of the system would have to come from somewhere"),
            "Whether a task tries to install the package of public certificates first.");
    Maybe<Bootstrap, String> CUSTOM_COMMAND = KIND.maybe(
            "custom-command", Types.text(), Defaults.none("nothing"), "What a task runs before anything else.");

    /** That of the agent which tasks with these settings belong to. */
    static List<Block<Bootstrap>> of(Site site, Block<? extends TaskSettings> tasks) {
        return ClearmlAgent.of(site, tasks).get(ClearmlAgent.BOOTSTRAP);
    }
}
