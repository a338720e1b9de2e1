package dev.airgapc.target.clearml;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.site.Secret;
import java.util.Optional;

/**
 * One variable of a task, wherever the task runs.
 *
 * @param key its name, as the program spells it that reads it
 */
record TaskVariable(Leaf key, Content content) {
    /** What it holds. */
    sealed interface Content {}

    /** What everybody may read. */
    record Plain(Leaf value) implements Content {}

    /**
     * A field of a secret, whose value stands in no file.
     *
     * @param cited where it is read that the variable takes it; empty for a variable of the page's own
     */
    record OfSecret(Fact<Block<Secret>> secret, String field, Optional<Citation> cited) implements Content {}

    String name() {
        return key.value().text();
    }
}
