package dev.airgapc.syntax;

import dev.airgapc.source.Span;
import java.util.List;

/** The {@code ##} lines before an entry, without their signs and without the space behind them. */
public record Doc(List<String> lines, Span span) {
    public Doc {
        lines = List.copyOf(lines);
    }
}
