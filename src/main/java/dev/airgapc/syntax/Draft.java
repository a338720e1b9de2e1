package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The text that is read: a source, with the slips mended whose remedy is plain. Its tokens have the places of the source. */
final class Draft {
    private static final List<Slip.Finder> FINDERS = List.of(
            new MergeMarkers(),
            new TextQuotes(),
            new LookAlikes(),
            new ForeignComments(),
            new Quotes(),
            new FirstLine(),
            new Calls(),
            new Signs(),
            new ArrowSigns(),
            new BareValues(),
            new Unquoted(),
            new Separators());

    /** So often one finder is asked again about a text that it had mended: each round may uncover what follows. */
    private static final int ROUNDS = 40;

    private final Source source;
    private final List<Edit> edits = new ArrayList<>();
    private final Set<Integer> guessed = new HashSet<>();
    private List<Token> tokens;

    private Draft(Source source) {
        this.source = source;
        this.tokens = lex(source.text());
    }

    /** Reads a text, and tells what it mended to the report. */
    static Draft of(Source source, Report report) {
        Draft draft = new Draft(source);
        FINDERS.forEach(finder -> draft.mend(finder, report));
        return draft;
    }

    /** Every token, hidden ones too. */
    List<Token> tokens() {
        return tokens;
    }

    /** Whether a string that begins at an offset was mended by guess. */
    boolean isGuessed(int start) {
        return guessed.contains(start);
    }

    private void mend(Slip.Finder finder, Report report) {
        Set<Span> known = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Slip> found = finder.find(source, tokens).stream()
                    .filter(slip -> known.add(slip.at()))
                    .toList();
            if (found.isEmpty()) {
                return;
            }
            for (Slip slip : found) {
                report.add(slip.diagnostic());
                slip.guessed().ifPresent(guessed::add);
                slip.edits().stream().filter(this::isFree).forEach(edits::add);
            }
            edits.sort(Comparator.comparingInt((Edit edit) -> edit.at().start())
                    .thenComparing(edit -> edit.text().startsWith("\n")));
            tokens = edited();
        }
    }

    private boolean isFree(Edit edit) {
        return edits.stream()
                .noneMatch(other -> edit.at().start() < other.at().end()
                        && other.at().start() < edit.at().end());
    }

    private List<Token> edited() {
        StringBuilder text = new StringBuilder();
        List<Integer> from = new ArrayList<>(); // for each character where it stood; -1 - place if it was put in
        int at = 0;
        for (Edit edit : edits) {
            for (; at < edit.at().start(); at++) {
                text.append(source.text().charAt(at));
                from.add(at);
            }
            text.append(edit.text());
            for (int i = 0; i < edit.text().length(); i++) {
                from.add(
                        i < edit.at().end() - edit.at().start()
                                ? at + i
                                : -1 - edit.at().end());
            }
            at = Math.max(at, edit.at().end());
        }
        for (; at < source.text().length(); at++) {
            text.append(source.text().charAt(at));
            from.add(at);
        }
        List<Token> moved = lex(text.toString());
        moved.forEach(token -> move((CommonToken) token, from));
        return moved;
    }

    private void move(CommonToken token, List<Integer> from) {
        token.setText(token.getText());
        int first = token.getStartIndex();
        int last = token.getStopIndex();
        boolean end = first >= from.size();
        int start = end ? source.text().length() : place(from.get(first));
        int stop = last < first || end ? start : from.get(last) < 0 ? place(from.get(last)) : from.get(last) + 1;
        token.setStartIndex(start);
        token.setStopIndex(Math.max(start, stop) - 1);
        token.setLine(source.lineAt(start));
        token.setCharPositionInLine(start - source.start(token.getLine()));
    }

    private static int place(int from) {
        return from < 0 ? -1 - from : from;
    }

    private static List<Token> lex(String text) {
        AgLexer lexer = new AgLexer(new Utf16Stream(text));
        lexer.removeErrorListeners();
        List<Token> tokens = new ArrayList<>(lexer.getAllTokens());
        tokens.add(lexer.nextToken());
        return tokens;
    }
}
