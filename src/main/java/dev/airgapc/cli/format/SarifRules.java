package dev.airgapc.cli.format;

import dev.airgapc.compile.Codes;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.language.Json;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of rules: every code there is, found or not, so that two runs never tell of different rules. */
final class SarifRules {
    /** GitHub takes no longer descriptions: {@code github/docs:content/code-security}, SARIF support for code scanning. */
    private static final int LONGEST = 1024;

    private SarifRules() {}

    static Json.Items all(List<Code> codes) {
        return JsonFindings.items(codes, SarifRules::rule);
    }

    static String level(Severity severity) {
        return severity.word();
    }

    private static Json.Members rule(Code code) {
        String page = Codes.page(code.number()).orElseThrow();
        String about = firstParagraph(page);
        return Json.members()
                .with("id", code.number())
                .with("name", pascal(code.name()))
                .with("shortDescription", text(firstSentence(about)))
                .with("fullDescription", text(about))
                .with("help", text(page).with("markdown", page))
                .with("defaultConfiguration", Json.members().with("level", level(code.severity())))
                .with("properties", properties(code));
    }

    private static Json.Members properties(Code code) {
        Json.Members common =
                Json.members().with("precision", "very-high").with("problem.severity", problem(code.severity()));
        return code.guardsTheGap()
                ? common.with("tags", Json.texts(List.of("air-gap", "security")))
                        .with("security-severity", code.severity() == Severity.ERROR ? "8.0" : "5.0")
                : common.with("tags", Json.texts(List.of("air-gap")));
    }

    private static String problem(Severity severity) {
        return severity == Severity.NOTE ? "recommendation" : severity.word();
    }

    static Json.Members text(String words) {
        return Json.members().with("text", words);
    }

    /** Behind the title of a code's page. */
    private static String firstParagraph(String page) {
        String text = page.split("\n\n", 3)[1].strip().replaceAll("\\s+", " ");
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static String pascal(String name) {
        return Arrays.stream(name.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
