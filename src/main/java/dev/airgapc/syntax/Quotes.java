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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/**
 * Lines on which a quotation mark is missing. Which one is told by its neighbours: a mark behind a letter and before a space
 * closes a string, one behind a space and before a letter opens one.
 */
final class Quotes implements Slip.Finder {
    private static final String UNOPENED = "the string is not opened";
    private static final String UNCLOSED = "the string is not closed";
    private static final String OPENERS = "[(=,>{";
    private static final String CLOSERS = "]),}#";

    /** What does not belong to a string that reaches to the end of its line. */
    private static final Pattern BEHIND = Pattern.compile("\\s+->\\s.*|\\s+#\\s.*|\\s*\\{\\s*$|[\\s,\\])}]+$");

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        List<Integer> marks = new ArrayList<>();
        boolean open = false;
        @Nullable Token raw = null;
        for (Token token : tokens) {
            switch (token.getType()) {
                case AgLexer.STR_OPEN, AgLexer.STR_CLOSE -> {
                    open = token.getType() == AgLexer.STR_OPEN;
                    marks.add(token.getStartIndex());
                }
                case AgLexer.RAW -> raw = token;
                case AgLexer.RAW_UNCLOSED -> {
                    if (raw != null
                            && raw.getLine() == token.getLine()
                            && Character.isLetter(source.text().charAt(raw.getStopIndex() + 1))) {
                        found.add(apostrophe(source, raw, token));
                    } else {
                        marks.add(token.getStartIndex());
                        open = true;
                    }
                }
                case AgLexer.NL, Token.EOF -> {
                    if (open && marks.get(marks.size() - 1) < source.text().length()) {
                        add(slip(source, marks), found);
                    }
                    marks.clear();
                    open = false;
                }
                default -> {}
            }
        }
        return found;
    }

    /** A string that ends on the line below is one mistake. */
    private static void add(Slip slip, List<Slip> found) {
        Slip before = found.isEmpty() ? slip : found.get(found.size() - 1);
        Source source = slip.at().source();
        int line = slip.at().line();
        boolean begins =
                source.text().substring(source.start(line), slip.at().start()).isBlank();
        boolean goesOn = !found.isEmpty()
                && begins
                && before.at().line() == line - 1
                && slip.diagnostic().message().equals(UNOPENED)
                && before.diagnostic().message().equals(UNCLOSED);
        if (!goesOn) {
            found.add(slip);
            return;
        }
        List<Edit> edits = new ArrayList<>(before.edits());
        edits.add(new Edit(slip.at(), ""));
        Diagnostic said = Diagnostic.of(
                        SyntaxCodes.UNCLOSED_STRING, before.at(), "the string goes over the end of its line")
                .related(slip.at(), "it seems to end here")
                .help("write `\\n` for a line break within a string, or a text in `\"\"\"`");
        found.set(found.size() - 1, new Slip(said, edits, before.guessed()));
    }

    /** @param marks where the quotation marks of a line stand; the last one opens a string that nothing closes */
    private static Slip slip(Source source, List<Integer> marks) {
        String text = source.text();
        boolean inside = false;
        for (int index = 0; index < marks.size(); index++) {
            int at = marks.get(index);
            if (at > 0 && character(text, at - 1) == character(text, at) && index == marks.size() - 1) {
                return doubled(source, at);
            }
            if (!inside && closes(text, at)) {
                int limit = index == 0 ? source.start(source.lineAt(at)) : marks.get(index - 1) + 1;
                return index > 0 && marks.get(index - 1) + 1 == beginning(text, at, limit) && limit > 1
                        ? doubled(source, marks.get(index - 1))
                        : unopened(source, at, beginning(text, at, limit));
            }
            if (inside && opens(text, at)) {
                return unclosed(source, marks.get(index - 1), at);
            }
            inside = !inside;
        }
        return unclosed(source, marks.get(marks.size() - 1), endOfLine(text, marks.get(marks.size() - 1)));
    }

    private static boolean closes(String text, int at) {
        char before = character(text, at - 1);
        char after = character(text, at + 1);
        return !Character.isWhitespace(before)
                && OPENERS.indexOf(before) < 0
                && (Character.isWhitespace(after) || CLOSERS.indexOf(after) >= 0);
    }

    private static boolean opens(String text, int at) {
        char before = character(text, at - 1);
        char after = character(text, at + 1);
        return (Character.isWhitespace(before) || OPENERS.indexOf(before) >= 0)
                && !Character.isWhitespace(after)
                && CLOSERS.indexOf(after) < 0;
    }

    /** Where the bare text before a closing mark begins. */
    private static int beginning(String text, int mark, int limit) {
        int at = mark;
        while (at > limit && !Character.isWhitespace(text.charAt(at - 1)) && "[(=,{".indexOf(text.charAt(at - 1)) < 0) {
            at--;
        }
        return at;
    }

    /** {@code 'it's me'}: the string ends where nobody meant it to. */
    private static Slip apostrophe(Source source, Token raw, Token last) {
        int start = raw.getStartIndex();
        int end = last.getStartIndex() + 1;
        Span mark = source.span(raw.getStopIndex(), raw.getStopIndex() + 1);
        List<Edit> edits =
                List.of(new Edit(source.span(start, start + 1), "\""), new Edit(source.span(end - 1, end), "\""));
        String help = "put a string with an apostrophe in `\"…\"`";
        Diagnostic said = Diagnostic.of(SyntaxCodes.UNCLOSED_STRING, mark, "the string ends at this apostrophe")
                .help(help)
                .fix(new Fix(help, edits, false));
        return new Slip(said, edits, Optional.of(start));
    }

    private static Slip doubled(Source source, int at) {
        Span two = source.span(at - 1, at + 1);
        Edit edit = new Edit(source.span(at - 1, at), "");
        String help = "write one `" + character(source.text(), at) + "`";
        return Slip.guessed(
                said(SyntaxCodes.UNCLOSED_STRING, two, "a quotation mark stands twice", help, edit), at, edit);
    }

    private static Slip unopened(Source source, int mark, int beginning) {
        Edit edit = new Edit(source.span(beginning, beginning), source.text().substring(mark, mark + 1));
        String help = "write `" + edit.text() + "` before it";
        Span bare = source.span(beginning, mark + 1);
        return Slip.guessed(said(SyntaxCodes.UNCLOSED_STRING, bare, UNOPENED, help, edit), beginning, edit);
    }

    private static Slip unclosed(Source source, int mark, int limit) {
        String inner =
                source.text().substring(mark + 1, Math.max(mark + 1, limit)).stripTrailing();
        Matcher behind = BEHIND.matcher(inner);
        int length = inner.length();
        String follows = "";
        if (behind.find()) {
            length = behind.start();
            follows = behind.group().strip();
            while (openHoles(inner.substring(0, length)) > 0 && length < inner.length()) {
                length++; // a parenthesis that closes a hole is no part of what follows
                follows = inner.substring(length).strip();
            }
        }
        int end = mark + 1 + length;
        char quote = character(source.text(), mark);
        Optional<Slip> mixed = mixed(source, mark, end);
        if (mixed.isPresent()) {
            return mixed.get();
        }
        Edit edit = new Edit(source.span(end, end), String.valueOf(quote));
        String help = "write `" + quote + "` " + where(follows);
        return Slip.guessed(
                said(SyntaxCodes.UNCLOSED_STRING, source.span(mark, end), UNCLOSED, help, edit), mark, edit);
    }

    private static long openHoles(String text) {
        return text.split("\\\\\\(", -1).length
                - 1
                - text.chars().filter(c -> c == ')').count();
    }

    /** A string that ends with a mark of another sort. */
    private static Optional<Slip> mixed(Source source, int mark, int end) {
        char quote = character(source.text(), mark);
        char last = character(source.text(), end - 1);
        if (end - 1 <= mark || last == quote || "\"'“”„«»‘’".indexOf(last) < 0) {
            return Optional.empty();
        }
        boolean typed = last == '"';
        Edit edit = typed
                ? new Edit(source.span(mark, mark + 1), "\"")
                : new Edit(source.span(end - 1, end), String.valueOf(quote));
        String help = "write `" + edit.text() + "` at both ends";
        String message = "the string begins with `" + quote + "` and ends with `" + last + "`";
        return Optional.of(Slip.guessed(
                said(SyntaxCodes.UNCLOSED_STRING, source.span(mark, end), message, help, edit), mark, edit));
    }

    private static String where(String follows) {
        if (follows.isEmpty()) {
            return "behind the last character";
        }
        return switch (follows.charAt(0)) {
            case '#' -> "before the comment";
            case '-' -> "before `->`";
            case ',' ->
                follows.length() == 1
                        ? "before the comma"
                        : "before `" + follows.substring(1).strip() + "`";
            default -> "before `" + follows.charAt(0) + "`";
        };
    }

    private static Diagnostic said(dev.airgapc.diagnostic.Code code, Span at, String message, String help, Edit edit) {
        return Diagnostic.of(code, at, message).help(help).fix(new Fix(help, List.of(edit), false));
    }

    /** A character of the text, as if line ends stood before and behind it. */
    private static char character(String text, int at) {
        return at < 0 || at >= text.length() ? '\n' : text.charAt(at);
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
