package dev.airgapc.proof;

import dev.airgapc.diagnostic.Report;
import java.util.List;

/** Every promise. */
public final class Promises {
    public static final List<Promise> ALL = List.of(
            new NoPublicHost(),
            new NoInsideHost(),
            new NoSecret(),
            new NoPlaceholder(),
            new EveryImageMirrored(),
            new OnePlacePerImage(),
            new OneWayToMirrors(),
            new NoFallback(),
            new OneWriterPerPath(),
            new PortablePaths());

    private Promises() {}

    public static void check(Subject subject, Report report) {
        ALL.forEach(promise -> promise.check(subject, report));
    }
}
