package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Addresses, hosts with ports, images and paths that stand without quotes: they hold signs that no bare value has. */
final class Unquoted implements Slip.Finder {
    /** A bare value of which a sign tells that it is meant as text. */
    private static final Pattern TEXT = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+]*://[^\\s\"',\\])}]+|[A-Za-z0-9][A-Za-z0-9_.-]*(?::[0-9]+)?(?:/[^\\s\"',:\\])}]+)+(?::[A-Za-z0-9._-]+)?"
                    + "|[A-Za-z0-9][A-Za-z0-9_-]*(?:\\.[A-Za-z0-9_-]+)*:[0-9]+|\\.{0,2}/[A-Za-z0-9][^\\s\"',\\])}]*");

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        Walk.all(tokens, (seen, index, brackets) -> {
            int type = seen.get(index).getType();
            boolean value = type == AgLexer.ASSIGN
                    || type == AgLexer.ARROW
                    || (brackets > 0 && (type == AgLexer.LBRACK || type == AgLexer.COMMA || type == AgLexer.LPAREN))
                    || type == AgLexer.LPAREN
                    || type == AgLexer.LBRACK;
            int next = seen.get(index + 1).getType();
            boolean bare = next == AgLexer.IDENT
                    || next == AgLexer.NUMBER
                    || next == AgLexer.QUANTITY
                    || next == AgLexer.FRACTION
                    || next == AgLexer.OTHER
                    || next == AgLexer.DOT;
            boolean secret = index > 0
                    && BareValues.SECRET.matcher(seen.get(index - 1).getText()).find();
            if (!value || !bare || secret) {
                return;
            }
            int start = seen.get(index + 1).getStartIndex();
            Matcher text =
                    TEXT.matcher(source.text()).region(start, source.text().length());
            if (text.lookingAt() && isAsWritten(seen, index + 1, source.span(start, text.end()))) {
                found.add(slip(source.span(start, text.end())));
            }
        });
        return found;
    }

    /** Whether nothing in it was mended already. */
    private static boolean isAsWritten(List<Token> seen, int first, Span at) {
        StringBuilder read = new StringBuilder();
        for (int index = first; index < seen.size() - 1 && seen.get(index).getStartIndex() < at.end(); index++) {
            read.append(seen.get(index).getText());
        }
        return read.toString().startsWith(at.text());
    }

    private static Slip slip(Span at) {
        Edit before = new Edit(at.source().span(at.start(), at.start()), "\"");
        Edit behind = new Edit(at.source().span(at.end(), at.end()), "\"");
        String help = "write `\"" + at.text() + "\"`";
        return Slip.of(
                Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, "text stands in quotes")
                        .help(help)
                        .fix(new Fix(help, List.of(before, behind), true)),
                before,
                behind);
    }
}
