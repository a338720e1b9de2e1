package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.antlr.AgLexer;
import dev.airgapc.syntax.antlr.AgParser;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;

/**
 * One mistake, one diagnostic, and on with the next entry: what is left of an entry after a mistake is skipped, and the
 * parser never guesses a token.
 */
final class Recovery extends DefaultErrorStrategy {
    /** So far back an entry may begin: what stands on a longer line is skipped with it all the same. */
    private static final int NEAR = 100;

    private final Wording wording;
    private final Report report;
    private final Draft draft;

    Recovery(Source source, Draft draft, Report report) {
        this.draft = draft;
        this.wording = new Wording(source);
        this.report = report;
    }

    @Override
    public void reportError(Parser parser, RecognitionException mistake) {
        say(parser);
    }

    @Override
    public void recover(Parser parser, RecognitionException mistake) {
        skipEntry(parser);
    }

    @Override
    public Token recoverInline(Parser parser) {
        throw new InputMismatchException(parser);
    }

    /** In a block, an entry begins on a line of its own; whatever else stands there is skipped before it can end the block. */
    @Override
    public void sync(Parser parser) {
        if (!(parser.getContext() instanceof AgParser.BodyContext)) {
            return;
        }
        while (!entryMayFollow(parser)) {
            while (parser.getInputStream().LA(1) == AgLexer.NL) {
                parser.getInputStream().consume();
            }
            say(parser);
            damage(parser, parser.getContext());
            skipEntry(parser);
        }
    }

    /** Marks a block, and the entry before the junk, as read in part. */
    static void damage(Parser parser, ParserRuleContext around) {
        around.exception = new InputMismatchException(parser);
        if (!around.isEmpty() && around.getChild(around.getChildCount() - 1) instanceof AgParser.EntryContext last) {
            last.exception = around.exception;
        }
    }

    /** Says what is wrong with the next token, unless something was said since the last token that was right. */
    void say(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            if (!inGuessedString(parser)) {
                report.add(wording.of(parser));
            }
        }
    }

    /** What is wrong within a string that was mended by guess was said when it was mended. */
    private boolean inGuessedString(Parser parser) {
        ParserRuleContext around = parser.getContext();
        while (around != null && !(around instanceof AgParser.StringContext)) {
            around = around.getParent();
        }
        return around != null && draft.isGuessed(around.getStart().getStartIndex());
    }

    /** To the end of the line, over whole blocks and deeper lines, but not out of the block that this is in. */
    static void skipEntry(Parser parser) {
        int column = column(parser);
        int depth = 0;
        for (int next = parser.getInputStream().LA(1);
                next != Token.EOF;
                next = parser.getInputStream().LA(1)) {
            boolean ends = next == AgLexer.RBRACE || (next == AgLexer.NL && !goesOn(parser, column));
            if (depth == 0 && ends) {
                return;
            }
            depth += next == AgLexer.LBRACE ? 1 : next == AgLexer.RBRACE ? -1 : 0;
            parser.getInputStream().consume();
        }
    }

    /** How deep the line stands on which the entry that is skipped begins, or goes on. */
    private static int column(Parser parser) {
        int at = 1;
        Token first = parser.getCurrentToken();
        Token before = parser.getTokenStream().LT(-at);
        while (at <= NEAR && before != null && before.getType() != AgLexer.NL && before.getType() != AgLexer.LBRACE) {
            first = before;
            at++;
            before = parser.getTokenStream().LT(-at);
        }
        return first.getCharPositionInLine();
    }

    /** Whether the next line that is not empty is deeper: then it belongs to what is skipped. */
    private static boolean goesOn(Parser parser, int column) {
        int at = 1;
        while (parser.getInputStream().LA(at) == AgLexer.NL) {
            at++;
        }
        Token next = parser.getTokenStream().LT(at);
        return next.getType() != Token.EOF && next.getType() != AgLexer.RBRACE && next.getCharPositionInLine() > column;
    }

    private static boolean entryMayFollow(Parser parser) {
        int at = 1;
        while (parser.getInputStream().LA(at) == AgLexer.NL) {
            at++;
        }
        int previous = parser.getTokenStream().LT(-1).getType();
        boolean lineBegins = at > 1 || previous == AgLexer.NL || previous == AgLexer.LBRACE;
        int next = parser.getInputStream().LA(at);
        boolean starts = next == AgLexer.IDENT || next == AgLexer.DOC;
        return next == AgLexer.RBRACE || next == Token.EOF || (starts && lineBegins);
    }
}
