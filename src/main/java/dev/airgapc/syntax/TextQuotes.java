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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Text blocks that begin or end where they should not: what stands in them would be read as entries, or entries as text. */
final class TextQuotes implements Slip.Finder {
    /** Quotes that open a text where another one is still open. */
    private static final Pattern OPENS = Pattern.compile("\\s*[A-Za-z_][A-Za-z0-9_-]*\\s*[-+]?=\\s*");

    private static final Pattern TOO_FEW = Pattern.compile("\\s*(\"{1,2}|'{1,2})\\s*");

    /** How other languages begin a text. */
    private static final Pattern FOREIGN =
            Pattern.compile("=\\s*(\\|[-+]?|>[-+]?|<<-?\\s*[\"']?([A-Za-z_]+)[\"']?)\\s*$");

    /** One at a time: what follows a wrong quote was read wrongly too. */
    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            Optional<Slip> slip = switch (token.getType()) {
                case AgLexer.TEXT_OPEN, AgLexer.RAWTEXT_OPEN -> unclosed(source, tokens, index);
                case AgLexer.TEXT_INLINE, AgLexer.RAWTEXT_INLINE -> inline(source, token);
                case AgLexer.OTHER -> foreign(source, tokens, index);
                case AgLexer.ASSIGN -> unopened(source, tokens, index);
                default -> Optional.empty();
            };
            if (slip.isPresent()) {
                return List.of(slip.get());
            }
        }
        return List.of();
    }

    private static Optional<Slip> unclosed(Source source, List<Token> tokens, int index) {
        Token opener = tokens.get(index);
        int kind = opener.getType() == AgLexer.TEXT_OPEN ? AgLexer.TEXT_CLOSE : AgLexer.RAWTEXT_CLOSE;
        int close = index + 1;
        while (tokens.get(close).getType() != kind && tokens.get(close).getType() != Token.EOF) {
            close++;
        }
        Token closer = tokens.get(close);
        String before = source.text().substring(source.start(closer.getLine()), closer.getStartIndex());
        if (closer.getType() == kind && !OPENS.matcher(before).matches()) {
            return Optional.empty();
        }
        String quotes = opener.getText().substring(0, 3);
        Span at = source.span(opener.getStartIndex(), opener.getStartIndex() + 3);
        Diagnostic said = Diagnostic.of(SyntaxCodes.UNCLOSED_STRING, at, "the text is not closed");
        int last = closer.getType() == kind ? closer.getLine() - 1 : source.lines();
        for (int line = opener.getLine() + 1; line <= last; line++) {
            Matcher few = TOO_FEW.matcher(source.line(line));
            if (few.matches() && few.group(1).charAt(0) == quotes.charAt(0)) {
                Span short_ = source.span(source.start(line) + few.start(1), source.start(line) + few.end(1));
                Edit edit = new Edit(short_, quotes);
                String help = "write `" + quotes + "` there";
                return Optional.of(Slip.guessed(
                        said.related(short_, "these quotes close nothing")
                                .help(help)
                                .fix(new Fix(help, List.of(edit), false)),
                        at.start(),
                        edit));
            }
        }
        return Optional.of(closed(source, opener, said, quotes, last));
    }

    /** Closed below the last line that is deeper than the entry. */
    private static Slip closed(Source source, Token opener, Diagnostic said, String quotes, int last) {
        int depth = depth(source.line(opener.getLine()));
        int end = opener.getLine();
        int margin = Integer.MAX_VALUE;
        for (int line = opener.getLine() + 1; line <= last; line++) {
            String text = source.line(line);
            if (!text.isBlank() && depth(text) <= depth) {
                break;
            }
            end = text.isBlank() ? end : line;
            margin = text.isBlank() ? margin : Math.min(margin, depth(text));
        }
        int at = end < source.lines() ? source.start(end + 1) : source.text().length();
        String indent = " ".repeat(margin == Integer.MAX_VALUE ? depth + 2 : margin);
        boolean ended = at == 0 || source.text().charAt(at - 1) == '\n';
        Edit edit = new Edit(source.span(at, at), (ended ? "" : "\n") + indent + quotes + "\n");
        String help = "write `" + quotes + "` on a line of its own, below the last line of the text";
        Diagnostic shown = end == opener.getLine()
                ? said
                : said.related(
                        source.span(
                                source.start(end) + depth(source.line(end)),
                                source.start(end) + source.line(end).length()),
                        "the text seems to end here");
        return Slip.guessed(shown.help(help).fix(new Fix(help, List.of(edit), false)), opener.getStartIndex(), edit);
    }

    /** No quotes behind {@code =}, and yet deeper lines and closing quotes below them. */
    private static Optional<Slip> unopened(Source source, List<Token> tokens, int index) {
        Token sign = tokens.get(index);
        if (!Tokens.endsLine(Tokens.visible(tokens, index + 1))) {
            return Optional.empty();
        }
        int depth = depth(source.line(sign.getLine()));
        for (int line = sign.getLine() + 1; line <= source.lines(); line++) {
            String text = source.line(line);
            if (text.strip().equals("\"\"\"") && line > sign.getLine() + 1) {
                int behind = sign.getStopIndex() + 1;
                Edit edit = new Edit(source.span(behind, behind), " \"\"\"");
                String help = "write `\"\"\"` behind `=`";
                Diagnostic said = Diagnostic.of(
                                SyntaxCodes.UNCLOSED_STRING,
                                source.span(source.start(line) + depth(text), source.start(line) + depth(text) + 3),
                                "these quotes close a text that is not opened")
                        .related(Tokens.span(source, sign), "it begins behind this")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), false));
                return Optional.of(Slip.guessed(said, behind, edit));
            }
            if (!text.isBlank() && depth(text) <= depth) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Text behind the opening quotes; if their partner is not on the line, the text goes on below. */
    private static Optional<Slip> inline(Source source, Token token) {
        String quotes = token.getText().substring(0, 3);
        if (token.getText().indexOf(quotes, 3) >= 0) {
            return Optional.empty();
        }
        int start = token.getStartIndex();
        // Quotes that were put in have no width on the page.
        int behind = source.text().startsWith(quotes, start) ? start + quotes.length() : start;
        Edit edit = new Edit(source.span(behind, behind), "\n" + " ".repeat(depth(source.line(token.getLine())) + 2));
        String help = "put a line break behind the quotes";
        Span at = source.span(behind, Math.max(behind, token.getStopIndex() + 1));
        Diagnostic said = Diagnostic.of(
                        SyntaxCodes.UNEXPECTED_TEXT, at, "a text block begins on the line below its quotes")
                .help(help)
                .fix(new Fix(help, List.of(edit), true));
        return Optional.of(Slip.guessed(said, token.getStartIndex(), edit));
    }

    /** {@code values = |} and {@code values = <<EOF}. */
    private static Optional<Slip> foreign(Source source, List<Token> tokens, int index) {
        Token token = tokens.get(index);
        String line = source.line(token.getLine());
        Matcher foreign = FOREIGN.matcher(line);
        int start = source.start(token.getLine());
        if (!foreign.find() || start + foreign.start(1) != token.getStartIndex()) {
            return Optional.empty();
        }
        String word = foreign.group(2) == null ? "" : foreign.group(2);
        int depth = depth(line);
        int end = token.getLine() + 1;
        while (end <= source.lines()
                && (word.isEmpty()
                        ? source.line(end).isBlank() || depth(source.line(end)) > depth
                        : !source.line(end).strip().equals(word))) {
            end++;
        }
        Span sign = source.span(start + foreign.start(1), start + foreign.end(1));
        List<Edit> edits = new ArrayList<>(List.of(new Edit(sign, "\"\"\"")));
        int at = end <= source.lines() ? source.start(end) : source.text().length();
        int wordEnd =
                !word.isEmpty() && end <= source.lines() ? at + source.line(end).length() : at;
        edits.add(new Edit(source.span(at, wordEnd), " ".repeat(depth + 2) + "\"\"\"" + (word.isEmpty() ? "\n" : "")));
        Diagnostic said = Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, sign, "`" + sign.text() + "` begins no text")
                .help("write `\"\"\"`, the text below it, and `\"\"\"` on a line of its own")
                .fix(new Fix("write `\"\"\"`", edits, false));
        return Optional.of(new Slip(said, edits, Optional.of(sign.start())));
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }
}
