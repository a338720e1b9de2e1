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

/** Arguments that stand in braces, or in one parenthesis, or in none. */
final class Calls implements Slip.Finder {
    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        Walk.all(tokens, (seen, index, brackets) -> call(source, seen, index).ifPresent(found::add));
        return found;
    }

    /** Behind {@code =}, a word and a string can only be a call. */
    private static Optional<Slip> call(Source source, List<Token> seen, int index) {
        boolean value = index > 0 && seen.get(index - 1).getType() == AgLexer.ASSIGN;
        if (!value || seen.get(index).getType() != AgLexer.IDENT || index + 4 >= seen.size()) {
            return Optional.empty();
        }
        Token word = seen.get(index);
        Token open = seen.get(index + 1);
        boolean brace = open.getType() == AgLexer.LBRACE;
        int string = brace ? index + 2 : index + 1;
        if (seen.get(string).getType() != AgLexer.STR_OPEN
                || (!brace
                        && !Tokens.endsLine(behind(seen, string))
                        && behind(seen, string).getType() != AgLexer.RPAREN
                        && behind(seen, string).getType() != AgLexer.RBRACE)) {
            return Optional.empty();
        }
        Token close = behind(seen, string);
        Token last = seen.get(seen.indexOf(close) - 1);
        Span argument = Tokens.span(source, seen.get(string), last);
        List<Edit> edits = new ArrayList<>();
        edits.add(
                brace
                        ? new Edit(Tokens.span(source, open), "(")
                        : new Edit(source.span(word.getStopIndex() + 1, argument.start()), "("));
        boolean closed = close.getType() == AgLexer.RPAREN;
        if (!closed) {
            edits.add(
                    brace
                            ? new Edit(Tokens.span(source, close), ")")
                            : new Edit(source.span(argument.end(), argument.end()), ")"));
        }
        String help = "write `" + word.getText() + "(\"…\")`";
        Diagnostic said = Diagnostic.of(
                        SyntaxCodes.UNEXPECTED_TEXT,
                        source.span(word.getStartIndex(), brace || closed ? close.getStopIndex() + 1 : argument.end()),
                        "the argument of `" + word.getText() + "` stands in `( )`")
                .help(help)
                .fix(new Fix(help, edits, true));
        return Optional.of(new Slip(said, edits, Optional.empty()));
    }

    /** What follows a string. */
    private static Token behind(List<Token> seen, int string) {
        int at = string;
        while (at < seen.size() - 1 && seen.get(at).getType() != AgLexer.STR_CLOSE && !Tokens.endsLine(seen.get(at))) {
            at++;
        }
        return seen.get(Math.min(at + 1, seen.size() - 1));
    }
}
