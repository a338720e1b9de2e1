package dev.airgapc.syntax;

import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.List;

/**
 * A tree as canonical text: two spaces for each level, signs and comments of neighbours aligned, single blank lines where there
 * were blank lines, comments where they were, strings as they were written. Parsing it gives the same tree; formatting it gives
 * the same text.
 */
public final class Formatter {
    private static final String LEVEL = "  ";
    private static final int NONE = Integer.MAX_VALUE;

    private final Source source;
    private final List<Comment> comments;
    private final AlignedLines out = new AlignedLines();
    private int nextComment;
    /** The line of the source that was printed last, for blank lines; none at the beginning of a page, a block or a list. */
    private int lastLine;

    private Formatter(Tree tree) {
        this.source = tree.source();
        this.comments = tree.comments();
        this.lastLine = NONE;
    }

    /** The text of a tree that was read without a mistake. */
    public static String format(Tree tree) {
        Formatter formatter = new Formatter(tree);
        formatter.page(tree);
        return formatter.out.print();
    }

    private void page(Tree tree) {
        tree.version().ifPresent(version -> {
            commentsBefore(version.span().start(), "");
            blankLine(version.span().line());
            out.text("airgap " + version.text());
            endAt(version.span().line());
        });
        tree.entries().forEach(entry -> entry(entry, ""));
        commentsBefore(source.text().length(), "");
    }

    private void entry(Entry entry, String indent) {
        int start =
                entry.doc().map(doc -> doc.span().start()).orElse(entry.span().start());
        commentsBefore(start, indent);
        blankLine(source.lineAt(start));
        entry.doc().ifPresent(doc -> {
            doc.lines().forEach(line -> line(indent + (line.isEmpty() ? "##" : "## " + line)));
            lastLine = NONE;
            commentsBefore(entry.span().start(), indent);
        });
        out.text(indent);
        bare(entry, indent, true);
        endAt(lastLineOf(entry.span()));
    }

    /**
     * The entry itself, without the end of its line.
     *
     * @param aligned whether its sign stands below those of its neighbours: not that of one within a line
     */
    private void bare(Entry entry, String indent, boolean aligned) {
        out.text(entry.keyword().text());
        if (entry instanceof Entry.Assignment assignment) {
            sign(assignment.operator().text(), assignment.value().span(), aligned);
            value(assignment.value(), indent);
            return;
        }
        Entry.Statement statement = (Entry.Statement) entry;
        for (Value label : statement.labels()) {
            out.text(" ");
            value(label, indent);
        }
        statement.arrow().ifPresent(arrow -> {
            sign("->", arrow.span(), aligned);
            value(arrow, indent);
        });
        statement.body().ifPresent(body -> body(body, indent));
    }

    /** A value of several lines is aligned with nobody's. */
    private void sign(String sign, Span value, boolean aligned) {
        if (aligned && onOneLine(value)) {
            out.sign(sign);
        } else {
            out.text(" " + sign + " ");
        }
    }

    private void body(Entry.Body body, String indent) {
        boolean commented = hasCommentBefore(body.span().end());
        if (body.entries().isEmpty() && !commented) {
            out.text(" {}");
            return;
        }
        if (onOneLine(body.span())) {
            out.text(" { ");
            bare(body.entries().get(0), indent, false);
            out.text(" }");
            return;
        }
        out.text(" {");
        endAt(body.span().line());
        lastLine = NONE;
        body.entries().forEach(entry -> entry(entry, indent + LEVEL));
        commentsBefore(body.span().end(), indent + LEVEL);
        out.text(indent + "}");
    }

    private void value(Value value, String indent) {
        if (value instanceof Value.Text text) {
            text(text, indent);
        } else if (value instanceof Value.Name name) {
            out.text(name.text());
        } else if (value instanceof Value.Items items) {
            values("[", items.values(), "]", items, indent);
        } else if (value instanceof Value.Call call) {
            values(call.name().text() + "(", call.arguments(), ")", call, indent);
        } else {
            out.text(value.span().text());
        }
    }

    /** On one line where it was on one line, else one value a line. */
    private void values(String open, List<Value> values, String close, Value whole, String indent) {
        out.text(open);
        boolean empty = values.isEmpty() && !hasCommentBefore(whole.span().end());
        if (empty || onOneLine(whole.span())) {
            String separator = "";
            for (Value value : values) {
                out.text(separator);
                value(value, indent);
                separator = ", ";
            }
            out.text(close);
            return;
        }
        endAt(whole.span().line());
        lastLine = NONE;
        String inner = indent + LEVEL;
        for (Value value : values) {
            commentsBefore(value.span().start(), inner);
            out.text(inner);
            value(value, inner);
            out.text(",");
            endAt(lastLineOf(value.span()));
        }
        commentsBefore(whole.span().end(), inner);
        out.text(indent + close);
    }

    /** As it was written, but for the white space in holes and the margin of a block. */
    private void text(Value.Text text, String indent) {
        StringBuilder written = new StringBuilder();
        int from = text.span().start();
        for (Value.Part part : text.parts()) {
            if (part instanceof Value.Hole hole) {
                written.append(source.text(), from, hole.span().start())
                        .append("\\(")
                        .append(hole.name().text())
                        .append(')');
                from = hole.span().end();
            }
        }
        written.append(source.text(), from, text.span().end());
        if (text.form() == Value.Form.BLOCK || text.form() == Value.Form.RAW_BLOCK) {
            block(written.toString(), indent + LEVEL);
        } else {
            out.text(written.toString());
        }
    }

    private void block(String written, String margin) {
        List<String> lines = StringBuilding.LINE_BREAK.splitAsStream(written).toList();
        String closing = lines.get(lines.size() - 1);
        int old = closing.length() - closing.stripLeading().length();
        out.text(closing.strip());
        for (String line : lines.subList(1, lines.size() - 1)) {
            out.end();
            out.text(line.isBlank() ? "" : margin + line.substring(old));
        }
        out.end();
        out.text(margin + closing.strip());
    }

    private boolean onOneLine(Span span) {
        return span.line() == lastLineOf(span);
    }

    private int lastLineOf(Span span) {
        return source.lineAt(Math.max(span.start(), span.end() - 1));
    }

    private boolean hasCommentBefore(int offset) {
        return nextComment < comments.size() && comments.get(nextComment).span().start() < offset;
    }

    /** Comments that stand on lines of their own before an offset. */
    private void commentsBefore(int offset, String indent) {
        while (hasCommentBefore(offset)) {
            Comment comment = comments.get(nextComment++);
            int line = comment.span().line();
            blankLine(line);
            line(indent + comment.text());
            lastLine = line;
        }
    }

    private void line(String text) {
        out.text(text);
        out.end();
    }

    /** Ends a line that held what ends on this line of the source, with the comment that stands behind it there. */
    private void endAt(int line) {
        if (nextComment < comments.size() && comments.get(nextComment).span().line() == line) {
            out.comment(comments.get(nextComment++).text());
        }
        out.end();
        lastLine = line;
    }

    private void blankLine(int line) {
        if (lastLine != NONE && line - 1 > lastLine && source.line(line - 1).isBlank()) {
            out.end();
        }
    }
}
