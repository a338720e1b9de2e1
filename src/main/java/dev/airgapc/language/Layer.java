package dev.airgapc.language;

import dev.airgapc.source.Source;
import dev.airgapc.syntax.Tree;
import java.util.Optional;

/**
 * One of the files that a page is made of.
 *
 * @param part the file that imports it, if it came in as a part: two parts of one file must not contradict each other
 */
public record Layer(Tree tree, Optional<Source> part) {}
