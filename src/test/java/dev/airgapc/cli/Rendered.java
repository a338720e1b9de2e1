package dev.airgapc.cli;

import dev.airgapc.cli.format.DiagnosticText;
import dev.airgapc.cli.format.Style;
import dev.airgapc.diagnostic.Report;

/** A report as people read it, without colours, for tests of other packages. */
public final class Rendered {
    private Rendered() {}

    public static String of(Report report) {
        return new DiagnosticText("", new Style(false)).report(report);
    }
}
