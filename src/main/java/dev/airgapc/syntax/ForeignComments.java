package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Comments as other languages write them. */
final class ForeignComments implements Slip.Finder {
    /** How a comment begins, and how it ends if not with its line. */
    private record Form(String begin, String end) {}

    private static final List<Form> FORMS = List.of(
            new Form("///", ""), new Form("//", ""), new Form("/*", "*/"), new Form("<!--", "-->"), new Form("--", ""));

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        int skipped = 0;
        boolean lineBegins = true;
        for (Token token : tokens) {
            int at = token.getStartIndex();
            if (token.getType() == AgLexer.OTHER && at >= skipped) {
                Optional<Form> form = form(source.text(), at, lineBegins);
                if (form.isPresent()) {
                    Slip slip = slip(source, at, form.get());
                    found.add(slip);
                    skipped = slip.edits().get(slip.edits().size() - 1).at().end();
                    skipped = form.get().end().isEmpty() ? endOfLine(source.text(), at) : skipped;
                }
            }
            lineBegins = token.getType() == AgLexer.NL;
        }
        return found;
    }

    /** After a colon two slashes are an address without quotes; a semicolon begins a comment only where a line does. */
    private static Optional<Form> form(String text, int at, boolean lineBegins) {
        if (lineBegins && text.charAt(at) == ';') {
            return Optional.of(new Form(";", ""));
        }
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        return FORMS.stream()
                .filter(form -> text.startsWith(form.begin(), at))
                .filter(form -> before != ':' && before != '/')
                .filter(form -> !form.begin().equals("--") || (Character.isWhitespace(before) && before(text, at)))
                .findFirst();
    }

    /** Two hyphens are a comment if words follow, and no third one. */
    private static boolean before(String text, int at) {
        char next = at + 2 < text.length() ? text.charAt(at + 2) : '\n';
        return Character.isWhitespace(next) || Character.isLetter(next);
    }

    private static Slip slip(Source source, int at, Form form) {
        Span begin = source.span(at, at + form.begin().length());
        String sign = form.begin().equals("///") ? "##" : "#";
        Diagnostic said = Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, begin, "`" + form.begin() + "` begins no comment");
        List<Edit> edits = edits(source, begin, form, sign);
        boolean lines = edits.size() > 2;
        String words = "write `" + sign + "`" + (lines ? " at the beginning of each line" : "");
        return new Slip(said.help(words).fix(new Fix(words, edits, true)), edits, Optional.empty());
    }

    private static List<Edit> edits(Source source, Span begin, Form form, String sign) {
        List<Edit> edits = new ArrayList<>(List.of(new Edit(begin, sign)));
        if (form.end().isEmpty()) {
            return edits;
        }
        String text = source.text();
        int close = text.indexOf(form.end(), begin.end());
        int end = close < 0 ? endOfLine(text, begin.start()) : close;
        for (int line = begin.line() + 1; line <= source.lineAt(end); line++) {
            String written = source.line(line);
            int first = source.start(line)
                    + written.length()
                    - written.stripLeading().length();
            if (!written.isBlank() && first < end) {
                edits.add(new Edit(source.span(first, first), "# "));
            }
        }
        if (close >= 0) {
            boolean last = text.substring(close + form.end().length(), endOfLine(text, close))
                    .isBlank();
            edits.add(new Edit(source.span(close, close + form.end().length()), last ? "" : "\n"));
        }
        return edits;
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
