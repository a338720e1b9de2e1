package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.Passthrough;
import java.util.List;
import java.util.Map;

/**
 * {@code admin-vault.conf}, which somebody pastes into the web application: variables, the store of the server as tasks know it, and the
 * section of the agent that names the vault. It lies over the {@code clearml.conf} of each client, lists as a whole, and one that does
 * not parse is left out without a failure (clearml/clearml-agent:clearml_agent/backend_api/session/session.py, {@code load_vaults}).
 */
final class VaultConf {
    private VaultConf() {}

    /** @param agent the section of the agent that names the vault; empty if none does */
    static Contribution of(Block<ClearmlVault> vault, Mapping agent, Block<ClearmlServer> server, Site site) {
        Product product = site.product("clearml-vault");
        Mapping tree = agent;
        Node sdk = ClearmlConf.tasks(server, site).entries().get("sdk");
        if (sdk != null) {
            tree = tree.with("sdk", sdk);
        }
        Mapping environment = environment(vault.get(ClearmlVault.ENV), product);
        if (!environment.entries().isEmpty()) {
            tree = tree.with("environment", environment);
        }
        Passthrough.Merged merged =
                Passthrough.hocon(tree, vault.get(ClearmlVault.CONF), product, site.document()::isBeside);
        String path = Release.FOLDER + "vault-" + vault.name() + "/admin-vault.conf";
        OutputFile file = new OutputFile(path, Side.INSIDE, Program.CLEARML, new HoconPrinter(), merged.tree());
        Mapping facts = Mapping.EMPTY
                .with("name", Leaf.text(vault.named(vault.name())))
                .with("file", Leaf.text(vault.named(path)))
                .with(
                        "groups",
                        Sequence.of(vault.get(ClearmlVault.GROUP).stream()
                                .map(Leaf::text)
                                .toList()))
                .with(
                        "everybody",
                        InsideScripts.flag(vault.get(ClearmlVault.GROUP).isEmpty()));
        Step step = new Step(Step.Phase.KEYS, "clearml/paste-vault.md", facts);
        return new Contribution(List.of(file), List.of(), List.of(step), merged.diagnostics());
    }

    private static Mapping environment(Map<String, Fact<String>> variables, Product product) {
        Mapping environment = Mapping.EMPTY;
        for (Map.Entry<String, Fact<String>> variable : variables.entrySet()) {
            Citation citation = product.key(List.of("environment", variable.getKey()))
                    .orElseThrow()
                    .source();
            environment = environment.with(
                    variable.getKey(),
                    Leaf.of(variable.getValue().map(Text::new)).under(citation));
        }
        return environment;
    }
}
