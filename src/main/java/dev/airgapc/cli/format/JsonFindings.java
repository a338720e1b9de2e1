package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Severity;
import dev.airgapc.language.Json;
import java.util.List;
import java.util.function.Function;

/** What both forms of JSON say of a finding and of a run; {@code schemas/diagnostics.schema.json} describes it. */
final class JsonFindings {
    private static final String FORM = "1.0";

    private JsonFindings() {}

    /**
     * How a run ended.
     *
     * @param there how many findings are in the document
     */
    static Json.Members summary(Run run, List<Finding> findings, int there) {
        long errors = Run.count(findings, Severity.ERROR);
        return Json.members()
                .with("format_version", FORM)
                .with("valid", run.whole() && errors == 0)
                .with("error_count", errors)
                .with("warning_count", Run.count(findings, Severity.WARNING))
                .with("note_count", Run.count(findings, Severity.NOTE))
                .with("omitted_count", findings.size() - there);
    }

    static Json.Members finding(Finding finding) {
        return Json.members()
                .with("code", finding.code().number())
                .with("name", finding.code().name())
                .with("severity", finding.code().severity().word())
                .with("message", finding.message())
                .with(place(finding.at()))
                .with("related", items(finding.related(), JsonFindings::place))
                .with("help", Json.texts(finding.help()))
                .with("fixes", items(finding.remedy().stream().toList(), JsonFindings::remedy));
    }

    static Json.Members allowed(Finding.Allowed allowed) {
        return finding(allowed.finding()).with("reason", allowed.reason());
    }

    static <T> Json.Items items(List<T> values, Function<T, Json.Members> form) {
        return new Json.Items(values.stream().<Json>map(form).toList());
    }

    private static Json.Members place(Place place) {
        return Json.members()
                .with("label", place.words())
                .with("range", range(place))
                .with("snippet", Masking.cut(place.line()));
    }

    private static Json.Members range(Place place) {
        return Json.members()
                .with("file", place.file())
                .with("start", position(place.start()))
                .with("end", position(place.end()));
    }

    private static Json.Members position(Position at) {
        return Json.members()
                .with("line", at.line())
                .with("column", at.column())
                .with("offset", at.offset());
    }

    private static Json.Members remedy(Finding.Remedy remedy) {
        return Json.members()
                .with("description", remedy.words())
                .with("applicability", remedy.safe() ? "safe" : "unsafe")
                .with(
                        "edits",
                        items(
                                remedy.changes(),
                                change -> Json.members()
                                        .with("range", range(change.at()))
                                        .with("text", change.text())));
    }
}
