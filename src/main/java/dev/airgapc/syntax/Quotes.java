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

/**
 * Lines on which a quotation mark is missing. Which one is told by its neighbours: a mark behind a letter and before a space
 * closes a string, one behind a space and before a letter opens one.
 */
final class Quotes implements Slip.Finder {
    private static final String OPENERS = "[(=,>{";
    private static final String CLOSERS = "]),}#";

    /** What does not belong to a string that reaches to the end of its line. */
    private static final Pattern BEHIND = Pattern.compile("\\s+->\\s.*|\\s+#\\s.*|\\s*\\{\\s*$|[\\s,\\])}]+$");

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        List<Integer> marks = new ArrayList<>();
        boolean open = false;
        for (Token token : tokens) {
            switch (token.getType()) {
                case AgLexer.STR_OPEN, AgLexer.STR_CLOSE -> {
                    open = token.getType() == AgLexer.STR_OPEN;
                    marks.add(token.getStartIndex());
                }
                case AgLexer.RAW_UNCLOSED -> {
                    marks.add(token.getStartIndex());
                    open = true;
                }
                case AgLexer.NL, Token.EOF -> {
                    if (open) {
                        found.add(slip(source, marks));
                    }
                    marks.clear();
                    open = false;
                }
                default -> {}
            }
        }
        return found;
    }

    /** @param marks where the quotation marks of a line stand; the last one opens a string that nothing closes */
    private static Slip slip(Source source, List<Integer> marks) {
        String text = source.text();
        boolean inside = false;
        for (int index = 0; index < marks.size(); index++) {
            int at = marks.get(index);
            if (at > 0 && text.charAt(at - 1) == text.charAt(at) && index == marks.size() - 1) {
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
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
        return !Character.isWhitespace(before)
                && OPENERS.indexOf(before) < 0
                && (Character.isWhitespace(after) || CLOSERS.indexOf(after) >= 0);
    }

    private static boolean opens(String text, int at) {
        char before = at == 0 ? '\n' : text.charAt(at - 1);
        char after = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
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

    private static Slip doubled(Source source, int at) {
        Span two = source.span(at - 1, at + 1);
        Edit edit = new Edit(source.span(at - 1, at), "");
        String help = "write one `" + source.text().charAt(at) + "`";
        return Slip.guessed(
                said(SyntaxCodes.UNCLOSED_STRING, two, "a quotation mark stands twice", help, edit), at, edit);
    }

    private static Slip unopened(Source source, int mark, int beginning) {
        Edit edit = new Edit(source.span(beginning, beginning), source.text().substring(mark, mark + 1));
        String help = "write `" + edit.text() + "` before it";
        Span bare = source.span(beginning, mark + 1);
        return Slip.guessed(
                said(SyntaxCodes.UNCLOSED_STRING, bare, "the string is not opened", help, edit), beginning, edit);
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
        }
        int end = mark + 1 + length;
        char quote = source.text().charAt(mark);
        Optional<Slip> mixed = mixed(source, mark, end);
        if (mixed.isPresent()) {
            return mixed.get();
        }
        Edit edit = new Edit(source.span(end, end), String.valueOf(quote));
        String help = "write `" + quote + "` " + where(follows);
        return Slip.guessed(
                said(SyntaxCodes.UNCLOSED_STRING, source.span(mark, end), "the string is not closed", help, edit),
                mark,
                edit);
    }

    /** A string that ends with a mark of another sort. */
    private static Optional<Slip> mixed(Source source, int mark, int end) {
        char quote = source.text().charAt(mark);
        char last = source.text().charAt(end - 1);
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

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
