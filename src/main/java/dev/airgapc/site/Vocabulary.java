package dev.airgapc.site;

import dev.airgapc.language.Kinds;
import java.util.List;

/** The words of a page. */
public final class Vocabulary {
    private static final String COMMENT = "write it as a `##` comment on the line above the block";

    /** Every kind, behind the kinds that it refers to; then the names of those that are decided on and not built. */
    public static final Kinds ALL = new Kinds(
                    List.of(
                            Secret.KIND,
                            Trust.KIND,
                            Proxy.KIND,
                            SiteBlock.KIND,
                            Outside.KIND,
                            Registry.KIND,
                            CarriedImage.KIND,
                            Index.KIND,
                            CondaChannel.KIND,
                            ChartRepo.KIND,
                            FileMirror.KIND,
                            Artifact.KIND,
                            GitHost.KIND,
                            ObjectStore.KIND,
                            Cluster.KIND,
                            MachineGroup.KIND,
                            ClearmlServer.KIND,
                            ClearmlBootstrap.KIND,
                            ClearmlVault.KIND,
                            ClearmlAgent.KIND,
                            ClearmlGateway.KIND,
                            ClearmlServing.KIND,
                            App.KIND,
                            Outputs.KIND),
                    List.of("os-mirror", "chart", "tao", "deepops", "kubespray"))
            .advise("description", COMMENT)
            .advise("comment", COMMENT)
            .advise("note", COMMENT)
            .advise("enabled", "what is declared is on: leave it out")
            .advise("enable", "what is declared is on: leave it out")
            .advise("disabled", "what is not declared is off: leave the block out")
            .advise("depends-on", "what refers to each other is put in order: leave it out");

    private Vocabulary() {}
}
