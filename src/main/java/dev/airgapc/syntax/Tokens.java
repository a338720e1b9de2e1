package dev.airgapc.syntax;

import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Text to tokens, and tokens to places. */
final class Tokens {
    private Tokens() {}

    /** Every token of the text, hidden ones too. */
    static List<Token> of(Source source) {
        AgLexer lexer = new AgLexer(new Utf16Stream(source));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>(lexer.getAllTokens());
        tokens.add(lexer.nextToken());
        return tokens;
    }

    /** Where a token stands; a token that was put in has no width. */
    static Span span(Source source, Token token) {
        int start = Math.min(token.getStartIndex(), source.text().length());
        return source.span(
                start,
                Math.max(start, Math.min(token.getStopIndex() + 1, source.text().length())));
    }

    /** Where a piece that begins and ends with these tokens stands. */
    static Span span(Source source, Token first, Token last) {
        Span start = span(source, first);
        Span end = span(source, last);
        return end.end() < start.start() ? start : start.to(end);
    }
}
