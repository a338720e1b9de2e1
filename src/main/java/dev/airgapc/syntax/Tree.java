package dev.airgapc.syntax;

import dev.airgapc.source.Source;
import java.util.List;
import java.util.Optional;

/**
 * A page as it was written.
 *
 * @param version the number of the first line, {@code airgap 1}; absent if the line is missing or broken
 * @param comments every {@code #} comment, in the order of the file
 */
public record Tree(Source source, Optional<Value.Digits> version, List<Entry> entries, List<Comment> comments) {
    public Tree {
        entries = List.copyOf(entries);
        comments = List.copyOf(comments);
    }
}
