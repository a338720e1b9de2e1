package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Mount;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import dev.airgapc.source.Span;
import java.util.List;

/** Something is mounted, and one thing. */
final class MountSources implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0521", "mount-sources");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        for (Block<? extends TaskSettings> tasks : Tasks.of(agent)) {
            tasks.get(TaskSettings.MOUNT).forEach(mount -> check(mount, report));
        }
        if (agent.get(ClearmlAgent.MACHINES).isPresent()) {
            agent.get(TaskSettings.MOUNT).forEach(mount -> onMachines(mount, report));
        }
    }

    private void check(Block<Mount> mount, Report report) {
        List<Maybe<Mount, ?>> stated = Mount.SOURCES.stream()
                .filter(source -> mount.get(source).isPresent())
                .toList();
        if (stated.isEmpty()) {
            report.add(Diagnostic.of(code(), mount.heading(), mount.words() + " does not say what is there")
                    .help("write one of "
                            + String.join(
                                    ", ",
                                    Mount.SOURCES.stream()
                                            .map(source -> "`" + source.name() + "`")
                                            .toList())));
            return;
        }
        for (Maybe<Mount, ?> other : stated.subList(1, stated.size())) {
            report.add(Diagnostic.of(
                            code(),
                            at(mount, other),
                            mount.words() + " has `" + other.name() + "` and `"
                                    + stated.get(0).name() + "`, and a path holds one of them")
                    .related(at(mount, stated.get(0)), "the other one")
                    .help("remove one of the two, or give it a `mount` of its own"));
        }
        mount.get(Mount.SECRET)
                .filter(secret -> !Secret.isExisting(secret.value()))
                .filter(secret -> Secret.statedFields(secret.value()).isEmpty())
                .ifPresent(secret -> report.add(Diagnostic.of(
                                code(),
                                Spans.of(secret),
                                secret.value().words() + " names no fields, and each field becomes a file")
                        .related(secret.value().heading(), "all of its fields are read from one place")
                        .help("say the fields that become files, as in `token = env(\"VARIABLE\")`")));
    }

    private void onMachines(Block<Mount> mount, Report report) {
        for (Maybe<Mount, ?> source : List.of(Mount.CLAIM, Mount.CONFIG_MAP, Mount.SECRET)) {
            mount.get(source)
                    .ifPresent(stated -> report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(stated),
                                    "a machine has no `" + source.name() + "`: only Kubernetes has")
                            .help("write `host-path`, a folder of the machine, or `file`, `text` or `memory`")));
        }
    }

    private static Span at(Block<Mount> mount, Maybe<Mount, ?> source) {
        return Spans.of(mount.get(source).orElseThrow());
    }
}
