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

/** Commas and semicolons where a newline ends an entry, and commas of a list that separate nothing. */
final class Separators implements Slip.Finder {
    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        Walk.all(
                tokens,
                (seen, index, brackets) -> (brackets > 0
                                ? commas(source, seen, index)
                                : behindEntry(source, seen, index))
                        .ifPresent(found::add));
        return found;
    }

    /** A comma or a semicolon where a newline ends an entry. */
    private static Optional<Slip> behindEntry(Source source, List<Token> seen, int index) {
        Token sign = seen.get(index);
        boolean separates = sign.getType() == AgLexer.COMMA || Tokens.is(sign, ";");
        if (!separates || index == 0 || Walk.beginsEntry(seen.get(index - 1))) {
            return Optional.empty();
        }
        Token next = seen.get(index + 1);
        Span at = Tokens.span(source, sign);
        Diagnostic said = said(at, "a newline ends an entry, `" + sign.getText() + "` does not");
        if (Tokens.endsLine(next) || next.getType() == AgLexer.RBRACE) {
            Edit edit = new Edit(at, "");
            return Optional.of(Slip.of(said.help("remove it").fix(new Fix("remove it", List.of(edit), true)), edit));
        }
        Token after = seen.get(Math.min(index + 2, seen.size() - 1));
        boolean entry = next.getType() == AgLexer.IDENT
                && (after.getType() == AgLexer.ASSIGN
                        || after.getType() == AgLexer.IDENT
                        || after.getType() == AgLexer.LBRACE
                        || Tokens.is(after, ":"));
        if (!entry) {
            return Optional.empty();
        }
        Edit edit = new Edit(source.span(at.start(), next.getStartIndex()), "\n");
        String help = "put `" + next.getText() + "` on the next line";
        return Optional.of(Slip.of(said.help(help), edit));
    }

    /** Commas of a list that separate nothing. */
    private static Optional<Slip> commas(Source source, List<Token> seen, int index) {
        Token comma = seen.get(index);
        int before = seen.get(Math.max(0, index - 1)).getType();
        boolean surplus = before == AgLexer.COMMA || before == AgLexer.LBRACK || before == AgLexer.LPAREN;
        if (comma.getType() != AgLexer.COMMA || !surplus || !inList(seen, index)) {
            return Optional.empty();
        }
        Span at = Tokens.span(source, comma);
        Edit edit = new Edit(at, "");
        String message = before == AgLexer.COMMA
                ? "an item is missing between two commas"
                : "an item is missing before the comma";
        return Optional.of(Slip.of(
                said(at, message).help("remove it, or write the item").fix(new Fix("remove it", List.of(edit), false)),
                edit));
    }

    /** Whether the innermost bracket that is open is that of a list. */
    private static boolean inList(List<Token> seen, int index) {
        int closed = 0;
        for (int at = index - 1; at >= 0; at--) {
            switch (seen.get(at).getType()) {
                case AgLexer.RBRACK, AgLexer.RPAREN -> closed++;
                case AgLexer.LBRACK, AgLexer.LPAREN, AgLexer.STR_HOLE -> {
                    if (closed == 0) {
                        return seen.get(at).getType() == AgLexer.LBRACK;
                    }
                    closed--;
                }
                default -> {}
            }
        }
        return false;
    }

    private static Diagnostic said(Span at, String message) {
        return Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, message);
    }
}
