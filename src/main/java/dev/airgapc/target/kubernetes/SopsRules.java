package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;

/** {@code .sops.yaml}: who can open what is encrypted, and that the names of objects stay readable. */
final class SopsRules {
    private static final Citation RULES = new Citation("getsops/sops:config/config.go", "");

    private SopsRules() {}

    static Mapping of(Site site) {
        Mapping rule = Mapping.EMPTY
                .with("path_regex", demanded("\\.yaml$", "every file of the folder"))
                .with(
                        "encrypted_regex",
                        demanded("^(data|stringData)$", "a cluster, and a review, must read the name of an object"))
                .with("age", recipients(site));
        return Mapping.EMPTY.with("creation_rules", Sequence.of(List.of(rule)));
    }

    private static Leaf recipients(Site site) {
        List<Object> pieces = new ArrayList<>();
        for (Fact<String> recipient : site.all(Outputs.KIND).get(0).get(Outputs.AGE_RECIPIENTS)) {
            pieces.addAll(pieces.isEmpty() ? List.of(recipient) : List.of(",", recipient));
        }
        return Leaf.text(Fact.text(pieces.toArray())).under(RULES);
    }

    private static Leaf demanded(String text, String because) {
        return Leaf.text(new Fact<>(text, new Origin.Demanded(because, RULES))).under(RULES);
    }
}
