package dev.airgapc.catalog;

import dev.airgapc.fact.Version;
import java.util.Optional;

/** The versions that a row of the catalogue holds for, both ends included; an absent end is open. */
public record Gate(Optional<Version> from, Optional<Version> to) {
    /** {@code *}, {@code >=6.10.6}, {@code 6.14.5..}, {@code 2.0.1..2.0.9}, {@code ..5.3.2}. */
    static Gate parse(String text) {
        if (text.equals("*")) {
            return new Gate(Optional.empty(), Optional.empty());
        }
        if (text.startsWith(">=")) {
            return new Gate(Optional.of(version(text.substring(2))), Optional.empty());
        }
        int dots = text.indexOf("..");
        if (dots < 0) {
            throw new IllegalStateException("`" + text + "` is no range of versions");
        }
        return new Gate(end(text.substring(0, dots)), end(text.substring(dots + 2)));
    }

    private static Optional<Version> end(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(version(text));
    }

    public boolean holds(Version version) {
        return from.filter(first -> version.compareTo(first) < 0).isEmpty()
                && to.filter(last -> version.compareTo(last) > 0).isEmpty();
    }

    /** In a sentence, behind "the chart has it": {@code from 6.10.6 on}. */
    public String words() {
        String start = from.map(first -> "from " + first.text() + " on").orElse("always");
        return to.map(last -> from.map(first -> "from " + first.text() + " ").orElse("") + "up to " + last.text())
                .orElse(start);
    }

    private static Version version(String text) {
        return Version.parse(text).value().orElseThrow(() -> new IllegalStateException("`" + text + "` is no version"));
    }
}
