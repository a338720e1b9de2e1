package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Arrows as other languages write them, and an equals sign in the place of one. */
final class ArrowSigns implements Slip.Finder {
    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        Walk.all(tokens, (seen, index, brackets) -> {
            Token first = seen.get(index);
            Token second = seen.get(index + 1);
            boolean touch = Tokens.touch(first, second);
            boolean fat = touch && first.getType() == AgLexer.ASSIGN && Tokens.is(second, ">");
            boolean torn = !touch && Tokens.is(first, "-") && Tokens.is(second, ">");
            boolean longer = touch && Tokens.is(first, "-") && second.getType() == AgLexer.ARROW;
            if (fat || torn || longer) {
                found.add(slip(Tokens.span(source, first, second)));
            }
        });
        Walk.entries(tokens, (seen, index) -> {
            int close = index + 3;
            boolean key = close + 1 < seen.size()
                    && seen.get(index).getType() == AgLexer.IDENT
                    && seen.get(index + 1).getType() == AgLexer.STR_OPEN
                    && seen.get(close).getType() == AgLexer.STR_CLOSE
                    && seen.get(close + 1).getType() == AgLexer.ASSIGN
                    && !Tokens.is(seen.get(Math.min(close + 2, seen.size() - 1)), ">")
                    && !Tokens.endsLine(seen.get(Math.min(close + 2, seen.size() - 1)))
                    && seen.get(Math.min(close + 2, seen.size() - 1)).getType() != AgLexer.LBRACE;
            if (key) {
                found.add(slip(Tokens.span(source, seen.get(close + 1))));
            }
        });
        return found;
    }

    private static Slip slip(Span at) {
        Edit edit = new Edit(at, "->");
        String help = "write `->`";
        return Slip.of(
                Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, "an arrow is written `->`, not `" + at.text() + "`")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), true)),
                edit);
    }
}
