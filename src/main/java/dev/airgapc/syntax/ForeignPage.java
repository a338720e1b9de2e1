package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.Optional;
import java.util.regex.Pattern;

/** A file of another language: one answer for all of it. */
final class ForeignPage {
    private static final Pattern AIRGAP = Pattern.compile("(?m)^\\s*airgap\\s+[0-9]");
    private static final Pattern JSON = Pattern.compile("\\s*[\\[{]\\s*(\"|[\\[{]|$)[\\s\\S]*");
    private static final Pattern TOML = Pattern.compile("(?m)^\\s*\\[\\[?[A-Za-z0-9_.\"-]+\\]\\]?\\s*$");
    private static final Pattern YAML_KEY = Pattern.compile("(?m)^\\s*(- )?[A-Za-z_][A-Za-z0-9_-]*:(\\s|$)");
    private static final Pattern HCL =
            Pattern.compile("(?m)^(terraform|provider|resource|variable|locals|module|data|output)\\b[^=\\n]*\\{\\s*$");

    private ForeignPage() {}

    /** What a file without a first line of ours is, if that shows. */
    static Optional<Diagnostic> of(Source source) {
        String text = source.text();
        if (AIRGAP.matcher(text).find()) {
            return Optional.empty();
        }
        String language = JSON.matcher(text).matches()
                ? "JSON"
                : TOML.matcher(text).find()
                        ? "TOML"
                        : HCL.matcher(text).find()
                                ? "HCL"
                                : YAML_KEY.matcher(text).results().count() > 2 ? "YAML" : "";
        if (language.isEmpty()) {
            return Optional.empty();
        }
        int line = 1;
        while (line < source.lines()
                && (source.line(line).isBlank() || source.line(line).startsWith("#"))) {
            line++;
        }
        Span first = source.span(
                source.start(line), source.start(line) + source.line(line).length());
        return Optional.of(Diagnostic.of(
                        SyntaxCodes.MISSING_FIRST_LINE, first, "this looks like " + language + ", not like a page")
                .help("a page begins with `airgap 1` and a block such as `site { domain = \"ml.corp.example\" }`"));
    }
}
