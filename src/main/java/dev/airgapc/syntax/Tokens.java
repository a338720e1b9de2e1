package dev.airgapc.syntax;

import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Tokens to places, and what is asked of them again and again. */
final class Tokens {
    private Tokens() {}

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

    /** Whether people see it: neither a comment nor put away. */
    static boolean visible(Token token) {
        return token.getChannel() == Token.DEFAULT_CHANNEL;
    }

    /** Whether it is a sign that no word of the language is, this one. */
    static boolean is(Token token, String sign) {
        return token.getType() == AgLexer.OTHER && token.getText().equals(sign);
    }

    /** Whether it ends a line, and with it an entry. */
    static boolean endsLine(Token token) {
        return token.getType() == AgLexer.NL || token.getType() == Token.EOF;
    }

    /** Whether nothing stands between two tokens. */
    static boolean touch(Token first, Token second) {
        return first.getStopIndex() + 1 == second.getStartIndex();
    }

    /** The next token from a place on that people see; the end of the file if there is none. */
    static Token visible(List<Token> tokens, int from) {
        int at = from;
        while (at < tokens.size() - 1 && !visible(tokens.get(at))) {
            at++;
        }
        return tokens.get(Math.min(at, tokens.size() - 1));
    }

    /** Whether a block begins, if this stands behind the first word of an entry. */
    static boolean opensBlock(Token next) {
        int type = next.getType();
        return type == AgLexer.IDENT || type == AgLexer.LBRACE || type == AgLexer.STR_OPEN || type == AgLexer.RAW;
    }

    /** What a token adds to the number of open braces. */
    static int weight(Token token) {
        return token.getType() == AgLexer.LBRACE ? 1 : token.getType() == AgLexer.RBRACE ? -1 : 0;
    }

    /** A token without width that is put in at an offset. */
    static Token inserted(Source source, int type, int at) {
        CommonToken token = new CommonToken(type, "");
        token.setStartIndex(at);
        token.setStopIndex(at - 1);
        token.setLine(source.lineAt(at));
        token.setCharPositionInLine(at - source.start(token.getLine()));
        return token;
    }
}
