package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** {@code airgap 1} that is written in another way, stands below other entries, or stands twice. */
final class FirstLine implements Slip.Finder {
    private static final String WORD = "airgap";
    private static final String LINE = "airgap 1";

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        int lines = 0;
        boolean first = false;
        boolean begins = true;
        List<Token> seen = tokens.stream().filter(Tokens::visible).toList();
        if (source.text().startsWith("---\n" + WORD)) {
            return List.of(documentStart(source));
        }
        for (int index = 0; index < seen.size() - 1; index++) {
            Token token = seen.get(index);
            if (token.getType() == AgLexer.NL) {
                begins = true;
                continue;
            }
            if (begins && isLine(seen, index)) {
                lines++;
                if (lines > 1
                        || (lines == 1
                                && index > 0
                                && seen.subList(0, index).stream().anyMatch(t -> t.getType() != AgLexer.NL))) {
                    if (lines == 1) {
                        found.add(below(source, seen, index));
                    } else {
                        found.add(again(source, seen, index));
                    }
                } else {
                    first = true;
                }
            }
            begins = false;
        }
        if (!first && lines == 0) {
            misspelt(source, seen, found);
        }
        return found;
    }

    /** What begins a document of YAML. */
    private static Slip documentStart(Source source) {
        Edit edit = new Edit(source.span(0, 4), "");
        String help = "remove this line";
        return Slip.of(
                Diagnostic.of(SyntaxCodes.MISSING_FIRST_LINE, source.span(0, 3), "the first line is `" + LINE + "`")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), true)),
                edit);
    }

    private static boolean isLine(List<Token> seen, int index) {
        return seen.get(index).getText().equals(WORD)
                && seen.get(index).getCharPositionInLine() == 0
                && seen.get(index + 1).getType() == AgLexer.NUMBER
                && index + 2 < seen.size()
                && Tokens.endsLine(seen.get(index + 2));
    }

    private static Slip below(Source source, List<Token> seen, int index) {
        Span line = Tokens.span(source, seen.get(index), seen.get(index + 1));
        int top = Tokens.span(source, visibleFirst(seen)).start();
        List<Edit> edits = List.of(new Edit(source.span(top, top), line.text() + "\n"), new Edit(line, ""));
        String help = "move it to the top";
        Diagnostic said = Diagnostic.of(
                        SyntaxCodes.MISSING_FIRST_LINE, line, "`" + line.text() + "` stands below other entries")
                .help(help)
                .fix(new Fix(help, edits, true));
        return new Slip(said, edits, java.util.Optional.empty());
    }

    private static Slip again(Source source, List<Token> seen, int index) {
        Span line = Tokens.span(source, seen.get(index), seen.get(index + 1));
        Edit edit = new Edit(line, "");
        String help = "remove this line";
        return Slip.of(
                Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, line, "`airgap` stands once, as the first entry")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), true)),
                edit);
    }

    /** The first line is there, in another form. */
    private static void misspelt(Source source, List<Token> seen, List<Slip> found) {
        Token word = visibleFirst(seen);
        int start = word.getStartIndex();
        if (start >= source.text().length()) {
            return;
        }
        String line = source.line(word.getLine());
        String plain = line.replaceAll("[^A-Za-z]", " ").strip().split(" ", -1)[0];
        boolean meant = Similar.to(plain, List.of(WORD)).isPresent() && !line.contains("{");
        if (!meant
                || (word.getText().equals(WORD)
                        && seen.get(Math.min(seen.indexOf(word) + 1, seen.size() - 1))
                                        .getType()
                                == AgLexer.NUMBER)) {
            return;
        }
        Span whole = source.span(source.start(word.getLine()), source.start(word.getLine()) + line.length());
        Edit edit = new Edit(whole, LINE);
        String help = "write `" + LINE + "`";
        found.add(Slip.of(
                Diagnostic.of(SyntaxCodes.MISSING_FIRST_LINE, whole, "the first line is `" + LINE + "`")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), true)),
                edit));
    }

    private static Token visibleFirst(List<Token> seen) {
        return seen.stream()
                .filter(token -> token.getType() != AgLexer.NL)
                .findFirst()
                .orElse(seen.get(seen.size() - 1));
    }
}
