package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Opens blocks whose brace stands on the next line, and those whose brace is missing where there is a closing one too much. */
final class Openers {
    private final Source source;
    private final Report report;
    private final List<Token> in;
    private final List<Token> out = new ArrayList<>();
    private int surplus;

    private Openers(Source source, Report report, List<Token> in) {
        this.source = source;
        this.report = report;
        this.in = in;
        this.surplus = -in.stream().mapToInt(Tokens::weight).sum();
    }

    static List<Token> opened(Source source, Report report, List<Token> tokens) {
        Openers openers = new Openers(source, report, tokens);
        int at = 0;
        while (at < tokens.size()) {
            at = openers.line(at);
        }
        return openers.out;
    }

    /** Takes over one line; returns the place behind it. */
    private int line(int begin) {
        int end = begin;
        while (!Tokens.endsLine(in.get(end))) {
            end++;
        }
        int next = end;
        while (next < in.size() - 1
                && (!Tokens.visible(in.get(next)) || in.get(next).getType() == AgLexer.NL)) {
            next++;
        }
        List<Token> line =
                in.subList(begin, end).stream().filter(Tokens::visible).toList();
        Token below = in.get(next);
        boolean heading = Heading.isWhole(line);
        if (heading && below.getType() == AgLexer.LBRACE) {
            below(line, below);
            out.addAll(in.subList(begin, end));
            out.add(below);
            return next + 1;
        }
        if (heading
                && surplus > 0
                && below.getCharPositionInLine() > line.get(0).getCharPositionInLine()) {
            out.addAll(in.subList(begin, end));
            open(line);
        } else if (surplus > 0 && closesAtEnd(line)) {
            int first = firstOfEntry(line);
            out.addAll(in.subList(begin, in.indexOf(line.get(first))));
            open(line.subList(0, first));
            out.addAll(in.subList(in.indexOf(line.get(first)), end));
        } else {
            out.addAll(in.subList(begin, end));
        }
        out.add(in.get(end));
        return end + 1;
    }

    private void below(List<Token> line, Token brace) {
        Heading heading = Heading.of(line);
        int behind = line.get(line.size() - 1).getStopIndex() + 1;
        String help = "write `" + heading.text() + " {`";
        Span gap = source.span(behind, brace.getStopIndex() + 1);
        Fix fix = Fix.safe(help, gap, " {");
        Diagnostic said = Diagnostic.of(
                        SyntaxCodes.UNEXPECTED_TEXT,
                        Tokens.span(source, brace),
                        "the brace stands on the line of its block")
                .related(Tokens.span(source, line.get(0), line.get(line.size() - 1)), "behind this")
                .help(help);
        report.add(gap.text().isBlank() || gap.text().strip().equals("{") ? said.fix(fix) : said);
    }

    private void open(List<Token> line) {
        surplus--;
        Heading heading = Heading.of(line);
        Span at = Tokens.span(source, line.get(0), line.get(line.size() - 1));
        String help = "write `" + heading.text() + " {`";
        report.add(Diagnostic.of(SyntaxCodes.UNCLOSED_BLOCK, at, heading.words() + " is not opened")
                .help(help)
                .fix(Fix.guess(help, source.span(at.end(), at.end()), " {")));
        out.add(Tokens.inserted(source, AgLexer.LBRACE, at.end()));
    }

    /** A block on one line: {@code registry main host = "…" \}}. */
    private static boolean closesAtEnd(List<Token> line) {
        int last = line.size() - 1;
        return last > 2
                && line.get(last).getType() == AgLexer.RBRACE
                && line.stream().noneMatch(token -> token.getType() == AgLexer.LBRACE)
                && firstOfEntry(line) > 0
                && Heading.isWhole(line.subList(0, firstOfEntry(line)));
    }

    /** Where the entry begins whose sign is the first one of a line. */
    private static int firstOfEntry(List<Token> line) {
        for (int at = 1; at < line.size(); at++) {
            if (line.get(at).getType() == AgLexer.ASSIGN) {
                return at - 1;
            }
        }
        return 0;
    }
}
