package dev.airgapc.site;

import dev.airgapc.language.Kinds;
import java.util.List;

/** The words of a page. */
public final class Vocabulary {
    /** Every kind, behind the kinds that it refers to; then the names of those that are decided on and not built. */
    public static final Kinds ALL = new Kinds(
            List.of(SiteBlock.KIND, Secret.KIND, Registry.KIND, Index.KIND, ClearmlServer.KIND, ClearmlAgent.KIND),
            List.of(
                    "outside",
                    "trust",
                    "proxy",
                    "conda-channel",
                    "os-mirror",
                    "chart-repo",
                    "file-mirror",
                    "git-host",
                    "object-store",
                    "artifact",
                    "image",
                    "chart",
                    "cluster",
                    "machine-group",
                    "clearml-bootstrap",
                    "clearml-gateway",
                    "clearml-vault",
                    "app",
                    "tao",
                    "deepops",
                    "kubespray",
                    "outputs"));

    private Vocabulary() {}
}
