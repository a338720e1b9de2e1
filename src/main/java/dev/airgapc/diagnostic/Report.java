package dev.airgapc.diagnostic;

import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The list that every phase adds to. What is said twice of the same place is kept once. It also knows which pieces of the
 * sources may be secrets: no renderer shows them, whatever else is wrong on their lines.
 */
public final class Report {
    /**
     * What a page allows.
     *
     * @param reason as it stands on the page
     */
    public record Suppressed(Diagnostic diagnostic, String reason) {}

    private record Said(Code code, Span at, String message) {}

    private final Map<Said, Diagnostic> diagnostics = new LinkedHashMap<>();
    private final List<Suppressed> suppressed = new ArrayList<>();
    private final Set<Span> concealed = new LinkedHashSet<>();
    private boolean errors;

    public void add(Diagnostic diagnostic) {
        diagnostics.putIfAbsent(new Said(diagnostic.code(), diagnostic.at(), diagnostic.message()), diagnostic);
        if (diagnostic.conceals()) {
            conceal(diagnostic.at());
        }
        errors |= diagnostic.code().severity() == Severity.ERROR;
    }

    public void addAll(Collection<Diagnostic> more) {
        more.forEach(this::add);
    }

    /** Takes back what a page allows. */
    public void suppress(Diagnostic diagnostic, String reason) {
        diagnostics.remove(new Said(diagnostic.code(), diagnostic.at(), diagnostic.message()));
        suppressed.add(new Suppressed(diagnostic, reason));
    }

    /** What pages allow, in the order in which it was taken back. */
    public List<Suppressed> suppressed() {
        return List.copyOf(suppressed);
    }

    /** This piece may be a secret. */
    public void conceal(Span secret) {
        concealed.add(secret);
    }

    /** Every piece that may be a secret. */
    public Set<Span> concealed() {
        return Collections.unmodifiableSet(concealed);
    }

    public boolean hasErrors() {
        return errors;
    }

    /** All of them, but notes only where there is no error: files in the order in which they were first named, then by place, then by code. */
    public List<Diagnostic> sorted() {
        List<Source> files = diagnostics.values().stream()
                .map(d -> d.at().source())
                .distinct()
                .toList();
        List<Diagnostic> sorted = new ArrayList<>(diagnostics.values());
        sorted.removeIf(diagnostic -> errors && diagnostic.code().severity() == Severity.NOTE);
        sorted.sort(Comparator.comparingInt((Diagnostic d) -> files.indexOf(d.at().source()))
                .thenComparingInt(d -> d.at().start())
                .thenComparing(d -> d.code().number()));
        return sorted;
    }

    public long count(Severity severity) {
        return diagnostics.values().stream()
                .filter(d -> d.code().severity() == severity)
                .count();
    }
}
