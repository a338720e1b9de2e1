package dev.airgapc.output;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a reader does not take of a passage. What leaves the rest readable is collected; what does not ends the reading. */
final class Refusals {
    /** Ends the reading; it never leaves {@link #answer}. */
    static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Diagnostic diagnostic;

        private Stop(Diagnostic diagnostic) {
            super(diagnostic.message(), null, false, false);
            this.diagnostic = diagnostic;
        }
    }

    private final Code code;
    private final Passage passage;
    private final List<Diagnostic> diagnostics = new ArrayList<>();

    Refusals(Code code, Passage passage) {
        this.code = code;
        this.passage = passage;
    }

    /** Reads, unless the text is too long. */
    Passage.Content answer(Supplier<Mapping> reading) {
        try {
            if (passage.text().value().length() > Passage.LONGEST) {
                throw stop(0, "this text is longer than a mebibyte", "write less, or a file of its own");
            }
            Mapping mapping = reading.get();
            return new Passage.Content(diagnostics.isEmpty() ? Optional.of(mapping) : Optional.empty(), diagnostics);
        } catch (Stop stop) {
            diagnostics.add(stop.diagnostic);
            return new Passage.Content(Optional.empty(), diagnostics);
        }
    }

    /** One more thing that is not taken, on a line counted from 0. */
    void add(int line, String message, String help) {
        diagnostics.add(diagnostic(line, message, help));
    }

    Stop stop(int line, String message, String help) {
        return new Stop(diagnostic(line, message, help));
    }

    /** A key that is there already. */
    void again(int line, int before, String key) {
        diagnostics.add(diagnostic(line, "`" + key + "` is set twice", "delete one of the two")
                .related(passage.line(before).span(), "here for the first time"));
    }

    private Diagnostic diagnostic(int line, String message, String help) {
        return Diagnostic.of(code, passage.line(line).span(), message).help(help);
    }
}
