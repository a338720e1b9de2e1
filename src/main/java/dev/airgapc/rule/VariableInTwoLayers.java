package dev.airgapc.rule;

import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.List;

/**
 * The container of a task begins with the variables of its agent and queue, and has those of the vault once its agent has read it
 * (clearml/clearml-agent:clearml_agent/session.py). One name with two values means one thing before and another after.
 */
final class VariableInTwoLayers implements SiteRule<ClearmlVault> {
    @Override
    public Code code() {
        return Code.error("AG0560", "variable-in-two-layers");
    }

    @Override
    public Kind<ClearmlVault> subject() {
        return ClearmlVault.KIND;
    }

    @Override
    public void check(Block<ClearmlVault> vault, Site site, Report report) {
        Product product = site.product("clearml-task");
        List<Block<? extends TaskSettings>> layers = site.all(ClearmlAgent.KIND).stream()
                .flatMap(agent -> Tasks.of(agent).stream())
                .toList();
        vault.get(ClearmlVault.ENV).forEach((name, value) -> {
            Diagnostic twice = Diagnostic.of(
                    code(), Spans.of(value), "`" + name + "` has another value in the container of a task");
            if (product.key(List.of("env", name)).isPresent()) {
                report.add(twice.help("leave it out: " + OwnedVariable.source(name)));
                return;
            }
            layers.stream()
                    .flatMap(tasks -> differing(tasks, name, value.value()).stream())
                    .findFirst()
                    .ifPresent(other -> report.add(twice.related(Spans.of(other), "which is begun with this one")
                            .help("set it in one of the two, or to one value in both")));
        });
    }

    private static List<Fact<EnvValue>> differing(Block<? extends TaskSettings> tasks, String name, String value) {
        Fact<EnvValue> other = tasks.get(TaskSettings.ENV).get(name);
        return other == null || other.value().equals(new EnvValue.Plain(value)) ? List.of() : List.of(other);
    }
}
