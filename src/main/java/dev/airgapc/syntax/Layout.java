package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Between lexer and parser: hides the newlines within brackets, and closes what somebody forgot to close, where the next
 * entry shows that it should have been closed. The blame goes to the opener, and nothing behind it is lost.
 */
final class Layout {
    /** Deeper than any page that a person writes, shallow enough for every stack. */
    private static final int DEEPEST = 100;

    private final Source source;
    private final Report report;
    private final List<Token> in;
    private final boolean unbalanced;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    /** Lines on which a string that is not closed swallows what follows, perhaps a brace; the string is reported. */
    private final Set<Integer> swallowing = new HashSet<>();

    private boolean inString;
    private boolean whole = true;

    private Layout(Source source, Report report, List<Token> in) {
        this.source = source;
        this.report = report;
        this.in = in;
        this.unbalanced = in.stream().mapToInt(Layout::braces).sum() > 0;
    }

    /** Lays a text out. */
    static Layout of(Source source, Report report) {
        Layout layout = new Layout(source, report, Tokens.of(source));
        layout.run();
        return layout;
    }

    /** The tokens for the parser: brackets and braces are balanced, or closed too often, never too seldom. */
    List<Token> tokens() {
        return out;
    }

    /** Whether all of the text is in the tokens; false if it is nested too deep to be read. */
    boolean whole() {
        return whole;
    }

    private void run() {
        for (int at = 0; at < in.size(); at++) {
            Token token = in.get(at);
            boolean page = token.getType() == Token.EOF || (unbalanced && startsPage(at));
            if (page || startsEntry(at)) {
                close(page, token);
            }
            if (token.getType() == AgLexer.NL && inBrackets()) {
                ((CommonToken) token).setChannel(Token.HIDDEN_CHANNEL);
            }
            out.add(token);
            track(token);
            if (open.size() > DEEPEST) {
                giveUp(token);
                return;
            }
        }
    }

    private void track(Token token) {
        switch (token.getType()) {
            case AgLexer.LBRACE, AgLexer.LBRACK, AgLexer.LPAREN -> open.push(token);
            case AgLexer.RBRACE -> closeIf(AgLexer.LBRACE);
            case AgLexer.RBRACK -> closeIf(AgLexer.LBRACK);
            case AgLexer.RPAREN -> closeIf(AgLexer.LPAREN);
            case AgLexer.STR_OPEN, AgLexer.TEXT_OPEN, AgLexer.RAWTEXT_OPEN -> inString = true;
            case AgLexer.STR_CLOSE, AgLexer.TEXT_CLOSE, AgLexer.RAWTEXT_CLOSE -> inString = false;
            case AgLexer.RAW_UNCLOSED, AgLexer.TEXT_INLINE, AgLexer.RAWTEXT_INLINE -> swallowing.add(token.getLine());
            case AgLexer.NL -> {
                if (inString) {
                    swallowing.add(token.getLine());
                    inString = false;
                }
            }
            default -> {}
        }
    }

    private void closeIf(int opener) {
        if (!open.isEmpty() && open.peek().getType() == opener) {
            open.pop();
        }
    }

    private boolean inBrackets() {
        return !open.isEmpty() && open.peek().getType() != AgLexer.LBRACE;
    }

    /** Within brackets no value is followed by what follows the first word of an entry. */
    private boolean startsEntry(int at) {
        Token token = in.get(at);
        if (inBrackets() && token.getType() == AgLexer.RBRACE) {
            return true;
        }
        if (!inBrackets() || !firstOfLine(at)) {
            return false;
        }
        Token next = visible(at + 1);
        return token.getType() == AgLexer.IDENT
                && next.getLine() == token.getLine()
                && (opensBlock(next)
                        || next.getType() == AgLexer.ASSIGN
                        || next.getType() == AgLexer.PLUSEQ
                        || next.getType() == AgLexer.MINUSEQ);
    }

    /** In the first column only a page's own entries are worth to be believed when a brace is missing. */
    private boolean startsPage(int at) {
        Token token = in.get(at);
        if (token.getCharPositionInLine() != 0 || open.isEmpty()) {
            return false;
        }
        return token.getType() == AgLexer.DOC || (token.getType() == AgLexer.IDENT && opensBlock(visible(at + 1)));
    }

    private static boolean opensBlock(Token next) {
        int type = next.getType();
        return type == AgLexer.IDENT || type == AgLexer.LBRACE || type == AgLexer.STR_OPEN || type == AgLexer.RAW;
    }

    /** Closes what is open: everything where a page's entry begins, brackets alone where a block's entry does. */
    private void close(boolean everything, Token before) {
        if (open.isEmpty() || (!everything && !inBrackets())) {
            return;
        }
        while (everything ? !open.isEmpty() : inBrackets()) {
            Token opener = open.pop();
            if (opener.getType() == AgLexer.LBRACE) {
                insert(AgLexer.NL, before);
            }
            insert(closer(opener), before);
            boolean swallowed = swallowing.contains(opener.getLine()) || (inString && before.getType() == Token.EOF);
            if (!swallowed) {
                report.add(unclosed(opener));
            }
        }
        insert(AgLexer.NL, before);
    }

    private Diagnostic unclosed(Token opener) {
        Span at = Tokens.span(source, opener);
        return switch (opener.getType()) {
            case AgLexer.LBRACE ->
                Diagnostic.of(
                                SyntaxCodes.UNCLOSED_BLOCK,
                                at,
                                "block `" + firstOfLineOf(opener).getText() + "` is not closed")
                        .label("this brace has no partner")
                        .help("write `}` below the last entry of the block");
            case AgLexer.LBRACK ->
                Diagnostic.of(SyntaxCodes.UNCLOSED_BLOCK, at, "the list is not closed")
                        .help("write `]` behind the last item");
            default ->
                Diagnostic.of(SyntaxCodes.UNCLOSED_BLOCK, at, "the parenthesis is not closed")
                        .help("write `)` behind the last argument");
        };
    }

    private static int closer(Token opener) {
        return switch (opener.getType()) {
            case AgLexer.LBRACE -> AgLexer.RBRACE;
            case AgLexer.LBRACK -> AgLexer.RBRACK;
            default -> AgLexer.RPAREN;
        };
    }

    private Token firstOfLineOf(Token token) {
        int index = out.indexOf(token);
        while (index > 0 && out.get(index - 1).getType() != AgLexer.NL) {
            index--;
        }
        while (out.get(index).getChannel() != Token.DEFAULT_CHANNEL) {
            index++;
        }
        return out.get(index);
    }

    private void giveUp(Token token) {
        whole = false;
        report.add(Diagnostic.of(
                        SyntaxCodes.NESTED_TOO_DEEP,
                        Tokens.span(source, token),
                        "blocks and lists are nested deeper than " + DEEPEST)
                .help("the rest of the file was not read"));
        Token end = in.get(in.size() - 1);
        open.forEach(opener -> insert(closer(opener), end));
        out.add(end);
    }

    private void insert(int type, Token before) {
        CommonToken token = new CommonToken(type, "");
        token.setStartIndex(before.getStartIndex());
        token.setStopIndex(before.getStartIndex() - 1);
        token.setLine(before.getLine());
        token.setCharPositionInLine(before.getCharPositionInLine());
        out.add(token);
    }

    private boolean firstOfLine(int at) {
        return at == 0 || in.get(at - 1).getType() == AgLexer.NL;
    }

    private Token visible(int at) {
        int next = at;
        while (in.get(next).getChannel() != Token.DEFAULT_CHANNEL) {
            next++;
        }
        return in.get(next);
    }

    private static int braces(Token token) {
        return token.getType() == AgLexer.LBRACE ? 1 : token.getType() == AgLexer.RBRACE ? -1 : 0;
    }
}
