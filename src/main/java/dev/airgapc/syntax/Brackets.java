package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Hides the newlines within brackets, and closes brackets where the next entry shows that they should have been closed. */
final class Brackets {
    private final Source source;
    private final Report report;
    private final List<Token> in;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Token> open = new ArrayDeque<>();
    /** Braces within brackets: no value, and yet somebody may write them. */
    private int braces;

    private boolean hole;

    private Brackets(Source source, Report report, List<Token> in) {
        this.source = source;
        this.report = report;
        this.in = in;
    }

    static List<Token> balanced(Source source, Report report, List<Token> tokens) {
        Brackets brackets = new Brackets(source, report, tokens);
        brackets.run();
        return brackets.out;
    }

    private void run() {
        for (int at = 0; at < in.size(); at++) {
            Token token = in.get(at);
            if (!open.isEmpty() && (token.getType() == Token.EOF || startsEntry(at))) {
                close();
            }
            if (token.getType() == AgLexer.NL && !open.isEmpty()) {
                ((CommonToken) token).setChannel(Token.HIDDEN_CHANNEL);
            }
            out.add(token);
            switch (token.getType()) {
                case AgLexer.LBRACK, AgLexer.LPAREN -> open.push(token);
                case AgLexer.RBRACK -> closeIf(AgLexer.LBRACK);
                case AgLexer.RPAREN -> closeParenthesis();
                case AgLexer.LBRACE -> braces += open.isEmpty() ? 0 : 1;
                case AgLexer.RBRACE -> braces -= open.isEmpty() ? 0 : 1;
                case AgLexer.STR_HOLE -> hole = true;
                case AgLexer.STR_CLOSE -> hole = false;
                default -> {}
            }
        }
    }

    private void closeParenthesis() {
        if (!hole) {
            closeIf(AgLexer.LPAREN);
        }
        hole = false;
    }

    private void closeIf(int opener) {
        if (!open.isEmpty() && open.peek().getType() == opener) {
            open.pop();
        }
    }

    /** Within brackets no value is followed by what follows the first word of an entry. */
    private boolean startsEntry(int at) {
        Token token = in.get(at);
        if (token.getType() == AgLexer.RBRACE) {
            return braces == 0;
        }
        if (token.getType() != AgLexer.IDENT || (at > 0 && in.get(at - 1).getType() != AgLexer.NL)) {
            return false;
        }
        Token next = Tokens.visible(in, at + 1);
        return next.getLine() == token.getLine()
                && (Tokens.opensBlock(next)
                        || next.getType() == AgLexer.ASSIGN
                        || next.getType() == AgLexer.PLUSEQ
                        || next.getType() == AgLexer.MINUSEQ);
    }

    /** Behind the last item, and the line ends there. */
    private void close() {
        int last = out.size() - 1;
        while (!Tokens.visible(out.get(last)) || out.get(last).getType() == AgLexer.COMMA) {
            last--;
        }
        braces = 0;
        int behind = Math.max(out.get(last).getStopIndex() + 1, open.peek().getStopIndex() + 1);
        while (!open.isEmpty()) {
            Token opener = open.pop();
            boolean list = opener.getType() == AgLexer.LBRACK;
            out.add(Tokens.inserted(source, list ? AgLexer.RBRACK : AgLexer.RPAREN, behind));
            String help = list ? "write `]` behind the last item" : "write `)` behind the last argument";
            report.add(Diagnostic.of(
                            SyntaxCodes.UNCLOSED_BLOCK,
                            Tokens.span(source, opener),
                            list ? "the list is not closed" : "the parenthesis is not closed")
                    .help(help)
                    .fix(new Fix(help, List.of(new Edit(source.span(behind, behind), list ? "]" : ")")), false)));
        }
        out.add(Tokens.inserted(source, AgLexer.NL, behind));
    }
}
