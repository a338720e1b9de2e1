package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Puts in the closing braces that are missing and takes away the one that is too much, where the indentation shows it; and only as many
 * as do not balance, so that a page that is merely indented badly is read as it stands.
 */
final class Braces {
    private final Source source;
    private final Report report;
    private final List<Token> in;
    private final List<Token> out = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int missing;
    private int surplus;

    /** A brace that is open, the entry before it, and how deep that entry and the block's own ones stand. */
    private static final class Open {
        private final Token brace;
        private final Heading heading;
        private int body = -1;

        Open(Token brace, Heading heading) {
            this.brace = brace;
            this.heading = heading;
        }

        boolean indents() {
            return body < 0 || body > heading.column();
        }
    }

    private Braces(Source source, Report report, List<Token> in) {
        this.source = source;
        this.report = report;
        this.in = in;
        int balance = in.stream().mapToInt(Tokens::weight).sum();
        this.missing = Math.max(0, balance);
        this.surplus = Math.max(0, -balance);
    }

    static List<Token> balanced(Source source, Report report, List<Token> tokens) {
        Braces braces = new Braces(source, report, tokens);
        braces.run();
        return braces.out;
    }

    private void run() {
        boolean begins = true;
        for (int at = 0; at < in.size(); at++) {
            Token token = in.get(at);
            if (!Tokens.visible(token)) {
                out.add(token);
                continue;
            }
            if (begins && !Tokens.endsLine(token)) {
                if (isSurplus(token)) {
                    surplus--;
                    report.add(closesNothing(token));
                    continue;
                }
                closeAbove(at);
            }
            if (token.getType() == Token.EOF) {
                boolean cutOff = !open.isEmpty() && endsInMendedString();
                while (!open.isEmpty()) {
                    close("below the last entry of the block", cutOff);
                }
            }
            begins = token.getType() == AgLexer.NL;
            out.add(token);
            if (token.getType() == AgLexer.LBRACE) {
                open.push(new Open(token, Heading.before(out)));
            } else if (token.getType() == AgLexer.RBRACE && !open.isEmpty()) {
                open.pop();
            }
        }
    }

    /** A brace that is deeper than the block which it would close, in a block that indents. */
    private boolean isSurplus(Token token) {
        return token.getType() == AgLexer.RBRACE
                && surplus > 0
                && !open.isEmpty()
                && open.peek().body > open.peek().heading.column()
                && token.getCharPositionInLine() > open.peek().heading.column();
    }

    private Diagnostic closesNothing(Token token) {
        Span at = Tokens.span(source, token);
        return Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, "this brace closes nothing")
                .help("remove it")
                .fix(Fix.guess("remove it", at, ""));
    }

    /** Closes the blocks that what begins here cannot stand in. */
    private void closeAbove(int at) {
        Token token = in.get(at);
        int column = token.getCharPositionInLine();
        boolean brace = token.getType() == AgLexer.RBRACE;
        if (!brace && token.getType() != AgLexer.IDENT && token.getType() != AgLexer.DOC) {
            return;
        }
        while (missing > 0 && !open.isEmpty()) {
            int depth = open.peek().heading.column();
            boolean outside = brace ? column < depth : column <= depth;
            if (!(outside && open.peek().indents()) && !startsPage(at)) {
                break;
            }
            missing--;
            close(
                    brace
                            ? "below the last entry of the block"
                            : "above `" + token.getText().strip() + "`",
                    false);
        }
        if (!open.isEmpty() && open.peek().body < 0) {
            open.peek().body = column;
        }
    }

    /** In the first column a block begins, or a comment that documents one. */
    private boolean startsPage(int at) {
        Token token = in.get(at);
        return token.getCharPositionInLine() == 0
                && (token.getType() == AgLexer.DOC
                        || (token.getType() == AgLexer.IDENT && Tokens.opensBlock(Tokens.visible(in, at + 1))));
    }

    /** Whether the text ends within a string that is told of already: then it was cut off there. */
    private boolean endsInMendedString() {
        int last = out.size() - 1;
        while (last >= 0 && (!Tokens.visible(out.get(last)) || out.get(last).getType() == AgLexer.NL)) {
            last--;
        }
        Token token = out.get(Math.max(0, last));
        int type = token.getType();
        boolean closes = type == AgLexer.STR_CLOSE || type == AgLexer.TEXT_CLOSE || type == AgLexer.RAWTEXT_CLOSE;
        return closes && token.getStopIndex() < token.getStartIndex();
    }

    private void close(String where, boolean silently) {
        Open block = open.pop();
        int last = out.size() - 1;
        while (!Tokens.visible(out.get(last)) || out.get(last).getType() == AgLexer.NL) {
            last--;
        }
        Token before = out.get(last);
        boolean oneLine = before != block.brace && before.getLine() == block.brace.getLine();
        int behind = Math.max(before.getStopIndex(), block.brace.getStopIndex()) + 1;
        int end = oneLine ? behind : endOfLine(behind);
        Edit edit = new Edit(source.span(end, end), oneLine ? " }" : "\n" + " ".repeat(block.heading.column()) + "}");
        String help = oneLine ? "write ` }` at the end of the line" : "write `}` " + where;
        Diagnostic said = Diagnostic.of(
                        SyntaxCodes.UNCLOSED_BLOCK,
                        Tokens.span(source, block.brace),
                        block.heading.words() + " is not closed")
                .label("this brace has no partner")
                .help(help)
                .fix(new Fix(help, List.of(edit), false));
        if (!silently) {
            report.add(said);
        }
        if (out.get(out.size() - 1).getType() != AgLexer.NL) {
            out.add(Tokens.inserted(source, AgLexer.NL, behind));
        }
        out.add(Tokens.inserted(source, AgLexer.RBRACE, behind));
        out.add(Tokens.inserted(source, AgLexer.NL, behind));
    }

    private int endOfLine(int at) {
        int end = source.text().indexOf('\n', at);
        return end < 0 ? source.text().length() : end;
    }
}
