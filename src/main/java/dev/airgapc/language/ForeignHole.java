package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A piece of a string that would be a value in another language: {@code ${X}}, {@code {{ x }}}, {@code %X%}. */
record ForeignHole(Value.Text string, Code code, Reading reading) {
    private static final Pattern HOLE =
            Pattern.compile("\\$\\{([^}]*)\\}|\\$\\(([^)]*)\\)|\\{\\{([^}]*)\\}\\}|\\{([^}]*)\\}"
                    + "|%([A-Za-z_]\\w*)%|[\\\\/]?\\(([^)]*)\\)|<([A-Z][A-Z0-9_ ]*)>|\\$([A-Za-z_]\\w*)");

    /** What is said of the first one, if there is one. */
    Optional<Diagnostic> said() {
        for (Value.Part part : string.parts()) {
            if (part instanceof Value.Chars chars
                    && chars.text().equals(chars.span().text())) {
                Matcher found = HOLE.matcher(chars.text());
                if (found.find()) {
                    int start = chars.span().start();
                    return Optional.of(said(
                            chars.span().source().span(start + found.start(), start + found.end()), inside(found)));
                }
            }
        }
        return Optional.empty();
    }

    private Diagnostic said(Span at, String inside) {
        String hole = at.text();
        if (hole.startsWith("<")) {
            return Diagnostic.of(code, at, "`" + hole + "` is a place to fill in, and no value")
                    .help("write the value of this site");
        }
        boolean raw = string.form() == Value.Form.RAW;
        String message = raw && hole.startsWith("\\(")
                ? "text in `'…'` is taken as it stands, and so is `" + hole + "`"
                : "`" + hole + "` puts no value into text";
        Diagnostic said = Diagnostic.of(code, at, message);
        if (!new References(reading.evaluation(), reading).isText(List.of(inside.split("\\.")))) {
            return said.help(
                    "write the text itself, or the address of a value as in `\\(site.domain)`: no variable changes what a page means");
        }
        String page = at.source().text();
        int start = string.span().start();
        int end = string.span().end();
        String help = "write `\"" + page.substring(start + 1, at.start()) + "\\(" + inside + ")"
                + page.substring(at.end(), end - 1) + "\"`";
        Edit mended = new Edit(at, "\\(" + inside + ")");
        List<Edit> edits = raw
                ? List.of(
                        new Edit(at.source().span(start, start + 1), "\""),
                        mended,
                        new Edit(at.source().span(end - 1, end), "\""))
                : List.of(mended);
        return said.help(help).fix(new Fix(help, edits, true));
    }

    private static String inside(Matcher found) {
        for (int group = 1; group <= found.groupCount(); group++) {
            if (found.group(group) != null) {
                return found.group(group).strip();
            }
        }
        return "";
    }
}
