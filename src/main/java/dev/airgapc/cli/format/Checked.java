package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What a run found in one page and in what the page brings in.
 *
 * @param page its name
 */
public record Checked(String page, List<Finding> findings, List<Finding.Allowed> allowed) {
    public Checked {
        findings = List.copyOf(findings);
        allowed = List.copyOf(allowed);
    }

    /**
     * Names files and covers secrets.
     *
     * @param page the path by which the user reaches the page
     * @param folder the same of its folder: put before every name of a source
     */
    public static Checked of(String page, String folder, Report report, Names names) {
        Making making = new Making(folder, names, new Masking(report.concealed()));
        return new Checked(
                names.of(page),
                report.sorted().stream().map(making::finding).toList(),
                report.suppressed().stream()
                        .map(one -> new Finding.Allowed(
                                making.finding(one.diagnostic()), making.masking.words(one.reason())))
                        .toList());
    }

    private record Making(String folder, Names names, Masking masking) {
        Finding finding(Diagnostic diagnostic) {
            return new Finding(
                    diagnostic.code(),
                    masking.words(diagnostic.message()),
                    place(diagnostic.at(), diagnostic.primary().words()),
                    diagnostic.related().stream()
                            .map(label -> place(label.at(), label.words()))
                            .toList(),
                    diagnostic.help().stream()
                            .filter(help -> !help.isEmpty())
                            .map(masking::words)
                            .toList(),
                    diagnostic.fix().flatMap(this::remedy));
        }

        private Optional<Finding.Remedy> remedy(Fix fix) {
            for (Edit edit : fix.edits()) {
                if (masking.touches(edit.at(), edit.text())) {
                    return Optional.empty();
                }
            }
            return Optional.of(new Finding.Remedy(
                    masking.words(fix.words()),
                    fix.edits().stream()
                            .map(edit -> new Finding.Change(place(edit.at(), ""), edit.text()))
                            .toList(),
                    fix.safe()));
        }

        private Place place(Span at, String words) {
            Source source = at.source();
            return new Place(
                    names.of(folder + source.name()),
                    Position.of(source, at.start()),
                    Position.of(source, at.end()),
                    masking.words(words),
                    masking.line(source, at.line()));
        }
    }
}
