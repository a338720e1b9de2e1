package dev.airgapc.language;

import dev.airgapc.source.Source;
import dev.airgapc.syntax.Tree;
import java.util.Set;

/**
 * One of the files that a page is made of.
 *
 * @param part whether it came in by {@code import}
 * @param below the files that it may change without contradicting them: those that it extends or imports, however far, and all
 *     that the page extends which imports it
 */
public record Layer(Tree tree, boolean part, Set<Source> below) {
    public Layer {
        below = Set.copyOf(below);
    }

    Source source() {
        return tree.source();
    }

    /** Whether what this file says takes the place of what the other one says. */
    boolean isAbove(Layer other) {
        return below.contains(other.source());
    }
}
