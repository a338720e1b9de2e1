package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import java.util.List;
import java.util.Optional;

/** From bytes to a tree. Never fails: what cannot be read is left out of the tree and told to the report. */
public final class Syntax {
    private Syntax() {}

    /**
     * The tree of a file.
     *
     * @param name how people know the file
     * @return the tree; one without entries for a file that is no text
     */
    public static Tree parse(String name, byte[] bytes, Report report) {
        return Encoding.decode(name, bytes, report)
                .map(source -> parse(source, report))
                .orElseGet(() -> new Tree(new Source(name, ""), Optional.empty(), List.of(), List.of()));
    }

    /** The tree of a text. */
    public static Tree parse(Source source, Report report) {
        Optional<Diagnostic> foreign = ForeignPage.of(source);
        foreign.ifPresent(report::add);
        return foreign.isPresent()
                ? new Tree(source, Optional.empty(), List.of(), List.of())
                : new PageReader(source, report).read();
    }
}
