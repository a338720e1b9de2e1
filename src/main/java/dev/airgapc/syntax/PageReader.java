package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.antlr.AgLexer;
import dev.airgapc.syntax.antlr.AgParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads the rule {@code file} entry by entry, so that only one entry's parse tree is in memory at a time. */
final class PageReader {
    private final Source source;
    private final Report report;
    private final Layout layout;
    private final List<Token> tokens;
    private final CommonTokenStream stream;
    private final AgParser parser;
    private final Recovery recovery;

    PageReader(Source source, Report report) {
        this.source = source;
        this.report = report;
        this.layout = Layout.of(source, report);
        this.tokens = layout.tokens();
        this.stream = new CommonTokenStream(new ListTokenSource(tokens));
        this.parser = new AgParser(stream);
        this.recovery = new Recovery(source, layout.draft(), report);
        parser.removeErrorListeners();
        parser.setErrorHandler(recovery);
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    }

    Tree read() {
        if (!layout.whole()) {
            return new Tree(source, Optional.empty(), List.of(), List.of());
        }
        TreeBuilder builder = new TreeBuilder(source, layout.draft(), report);
        Optional<Value.Digits> version = firstLine();
        List<Entry> entries = new ArrayList<>();
        while (nextLine()) {
            AgParser.EntryContext entry = parser.entry();
            if (stream.LA(1) != AgLexer.NL && stream.LA(1) != Token.EOF) {
                recovery.say(parser);
                entry.exception = new InputMismatchException(parser, stream.index(), entry);
            }
            entries.addAll(builder.entry(entry));
        }
        return new Tree(source, version, entries, comments());
    }

    /** {@code airgap 1}; what stands in its place is read as an entry, so that its own mistakes are not lost. */
    private Optional<Value.Digits> firstLine() {
        skipNewlines();
        Token first = stream.LT(1);
        Token second = stream.LT(2);
        if (first.getText().equals("airgap") && second.getType() == AgLexer.NUMBER) {
            parser.header();
            if (!second.getText().equals("1")) {
                report.add(Diagnostic.of(
                                SyntaxCodes.UNKNOWN_LANGUAGE,
                                Tokens.span(source, second),
                                "this airgapc does not know language " + second.getText())
                        .help("write `airgap 1`, or use a newer airgapc"));
            }
            return Optional.of(new Value.Digits(second.getText(), Tokens.span(source, second)));
        }
        report.add(Diagnostic.of(
                        SyntaxCodes.MISSING_FIRST_LINE, Tokens.span(source, first), "the first entry is not `airgap 1`")
                .help("write `airgap 1` above everything else: it says which rules the page follows"));
        if (first.getText().equals("airgap")) {
            Recovery.skipEntry(parser);
        }
        return Optional.empty();
    }

    /** Goes to the next entry; false at the end. Junk behind an entry or before one is said once a line. */
    private boolean nextLine() {
        while (true) {
            boolean lineBegins = stream.LT(-1) == null || stream.LT(-1).getType() == AgLexer.NL;
            lineBegins |= skipNewlines();
            int next = stream.LA(1);
            if (next == Token.EOF) {
                return false;
            }
            if (lineBegins && (next == AgLexer.IDENT || next == AgLexer.DOC)) {
                return true;
            }
            recovery.say(parser);
            Recovery.skipEntry(parser);
            if (stream.LA(1) == AgLexer.RBRACE) {
                stream.consume();
            }
        }
    }

    private boolean skipNewlines() {
        boolean any = false;
        while (stream.LA(1) == AgLexer.NL) {
            recovery.reportMatch(parser);
            stream.consume();
            any = true;
        }
        return any;
    }

    private List<Comment> comments() {
        return tokens.stream()
                .filter(token -> token.getType() == AgLexer.COMMENT)
                .map(token -> new Comment(token.getText().stripTrailing(), Tokens.span(source, token)))
                .toList();
    }
}
