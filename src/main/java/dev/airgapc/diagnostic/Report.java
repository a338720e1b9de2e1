package dev.airgapc.diagnostic;

import dev.airgapc.source.Source;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The list that every phase adds to. What is said twice of the same place is kept once. */
public final class Report {
    private final Set<Diagnostic> diagnostics = new LinkedHashSet<>();
    private boolean errors;

    public void add(Diagnostic diagnostic) {
        diagnostics.add(diagnostic);
        errors |= diagnostic.code().severity() == Severity.ERROR;
    }

    public void addAll(Collection<Diagnostic> more) {
        more.forEach(this::add);
    }

    public boolean hasErrors() {
        return errors;
    }

    /** All of them: files in the order in which they were first named, then by place, then by code. */
    public List<Diagnostic> sorted() {
        List<Source> files =
                diagnostics.stream().map(d -> d.at().source()).distinct().toList();
        List<Diagnostic> sorted = new ArrayList<>(diagnostics);
        sorted.sort(Comparator.comparingInt((Diagnostic d) -> files.indexOf(d.at().source()))
                .thenComparingInt(d -> d.at().start())
                .thenComparing(d -> d.code().number()));
        return sorted;
    }

    public long count(Severity severity) {
        return diagnostics.stream().filter(d -> d.code().severity() == severity).count();
    }
}
