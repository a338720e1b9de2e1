package dev.airgapc.plan;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.output.OutputFile;
import java.util.List;
import java.util.function.Function;

/** What one target makes of a site. */
public record Contribution(List<OutputFile> files, List<Need> needs, List<Step> steps, List<Diagnostic> diagnostics) {
    public static final Contribution NONE = new Contribution(List.of(), List.of(), List.of(), List.of());

    public Contribution {
        files = List.copyOf(files);
        needs = List.copyOf(needs);
        steps = List.copyOf(steps);
        diagnostics = List.copyOf(diagnostics);
    }

    /** Files and steps, nothing else. */
    public static Contribution of(List<OutputFile> files, List<Step> steps) {
        return new Contribution(files, List.of(), steps, List.of());
    }

    /** All of several, in their order. */
    public static Contribution all(List<Contribution> parts) {
        return new Contribution(
                each(parts, Contribution::files),
                each(parts, Contribution::needs),
                each(parts, Contribution::steps),
                each(parts, Contribution::diagnostics));
    }

    private static <T> List<T> each(List<Contribution> parts, Function<Contribution, List<T>> what) {
        return parts.stream().flatMap(part -> what.apply(part).stream()).toList();
    }
}
