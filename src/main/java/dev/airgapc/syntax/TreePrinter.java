package dev.airgapc.syntax;

import dev.airgapc.source.Source;
import java.util.List;

/**
 * A tree back to text: two spaces for each level, single blank lines where there were blank lines, comments where they were.
 * Parsing the text gives the same tree.
 */
public final class TreePrinter {
    private final Source source;
    private final List<Comment> comments;
    private final StringBuilder out = new StringBuilder();
    private int nextComment;
    /** The line of the source that was printed last, for blank lines. */
    private int lastLine;

    private TreePrinter(Tree tree) {
        this.source = tree.source();
        this.comments = tree.comments();
    }

    /** The text of a tree that holds nothing broken. */
    public static String print(Tree tree) {
        TreePrinter printer = new TreePrinter(tree);
        printer.page(tree);
        return printer.out.toString();
    }

    private void page(Tree tree) {
        tree.version().ifPresent(version -> {
            commentsBefore(version.span().start(), "");
            out.append("airgap ").append(version.text());
            lastLine = version.span().line();
            commentBehind();
            out.append('\n');
        });
        tree.entries().forEach(entry -> entry(entry, ""));
        commentsBefore(Integer.MAX_VALUE, "");
    }

    private void entry(Entry entry, String indent) {
        int start =
                entry.doc().map(doc -> doc.span().start()).orElse(entry.span().start());
        commentsBefore(start, indent);
        blankLine(source.lineAt(start));
        entry.doc().ifPresent(doc -> {
            doc.lines()
                    .forEach(line -> out.append(indent)
                            .append(line.isEmpty() ? "##" : "## " + line)
                            .append('\n'));
            commentsBefore(entry.span().start(), indent);
        });
        out.append(indent);
        lastLine = entry.span().line();
        bare(entry, indent);
        lastLine = source.lineAt(Math.max(entry.span().start(), entry.span().end() - 1));
        commentBehind();
        out.append('\n');
    }

    /** The entry itself, without the end of its line. */
    private void bare(Entry entry, String indent) {
        out.append(entry.keyword().text());
        if (entry instanceof Entry.Assignment assignment) {
            out.append(' ').append(assignment.operator().text()).append(' ');
            value(assignment.value(), indent);
            return;
        }
        Entry.Statement statement = (Entry.Statement) entry;
        for (Value label : statement.labels()) {
            out.append(' ');
            value(label, indent);
        }
        statement.arrow().ifPresent(arrow -> {
            out.append(" -> ");
            value(arrow, indent);
        });
        statement.body().ifPresent(body -> body(body, indent));
    }

    private void body(Entry.Body body, String indent) {
        boolean commented = hasCommentBefore(body.span().end());
        if (body.entries().isEmpty() && !commented) {
            out.append(" {}");
            return;
        }
        boolean oneLine = body.span().line() == source.lineAt(body.span().end() - 1);
        if (oneLine
                && !commented
                && body.entries().size() == 1
                && body.entries().get(0).doc().isEmpty()) {
            out.append(" { ");
            bare(body.entries().get(0), indent);
            out.append(" }");
            return;
        }
        out.append(" {");
        lastLine = body.span().line();
        commentBehind();
        out.append('\n');
        lastLine = Integer.MAX_VALUE;
        body.entries().forEach(entry -> entry(entry, indent + "  "));
        commentsBefore(body.span().end(), indent + "  ");
        out.append(indent).append('}');
    }

    private void value(Value value, String indent) {
        if (value instanceof Value.Text text) {
            text(text, indent);
        } else if (value instanceof Value.Name name) {
            out.append(name.text());
        } else if (value instanceof Value.Items items) {
            values("[", items.values(), "]", items, indent);
        } else if (value instanceof Value.Call call) {
            values(call.name().text() + "(", call.arguments(), ")", call, indent);
        } else {
            out.append(value.span().text());
        }
    }

    /** On one line where it was on one line, else one value a line. */
    private void values(String open, List<Value> values, String close, Value whole, String indent) {
        out.append(open);
        if (whole.span().line() == source.lineAt(whole.span().end() - 1)) {
            String separator = "";
            for (Value value : values) {
                out.append(separator);
                value(value, indent);
                separator = ", ";
            }
            out.append(close);
            return;
        }
        lastLine = whole.span().line();
        commentBehind();
        out.append('\n');
        lastLine = Integer.MAX_VALUE;
        String inner = indent + "  ";
        for (Value value : values) {
            commentsBefore(value.span().start(), inner);
            out.append(inner);
            value(value, inner);
            out.append(',');
            lastLine = source.lineAt(value.span().end() - 1);
            commentBehind();
            out.append('\n');
        }
        commentsBefore(whole.span().end(), inner);
        out.append(indent).append(close);
    }

    private void text(Value.Text text, String indent) {
        boolean block = text.form() == Value.Form.BLOCK || text.form() == Value.Form.RAW_BLOCK;
        boolean raw = text.form() == Value.Form.RAW || text.form() == Value.Form.RAW_BLOCK;
        String quotes = (raw ? "'" : "\"").repeat(block ? 3 : 1);
        StringBuilder inner = new StringBuilder();
        for (Value.Part part : text.parts()) {
            if (part instanceof Value.Hole hole) {
                inner.append("\\(").append(hole.name().text()).append(')');
            } else {
                String chars = ((Value.Chars) part).text();
                inner.append(raw ? chars : escaped(chars, block));
            }
        }
        out.append(quotes);
        if (block) {
            String margin = indent + "  ";
            out.append('\n');
            inner.toString()
                    .lines()
                    .forEach(line ->
                            out.append(line.isEmpty() ? "" : margin + line).append('\n'));
            out.append(margin).append(quotes);
        } else {
            out.append(inner).append(quotes);
        }
    }

    private static String escaped(String chars, boolean block) {
        String plain = chars.replace("\\", "\\\\").replace("\r", "\\r").replace("\t", "\\t");
        return block
                ? plain.replace("\"\"\"", "\\\"\\\"\\\"")
                : plain.replace("\"", "\\\"").replace("\n", "\\n");
    }

    private boolean hasCommentBefore(int offset) {
        return nextComment < comments.size() && comments.get(nextComment).span().start() < offset;
    }

    /** Comments that stand on lines of their own before an offset. */
    private void commentsBefore(int offset, String indent) {
        while (hasCommentBefore(offset)) {
            Comment comment = comments.get(nextComment++);
            blankLine(comment.span().line());
            out.append(indent).append(comment.text()).append('\n');
            lastLine = comment.span().line();
        }
    }

    /** A comment behind what was printed last, on its line. */
    private void commentBehind() {
        if (nextComment < comments.size() && comments.get(nextComment).span().line() == lastLine) {
            out.append("  ").append(comments.get(nextComment++).text());
        }
    }

    private void blankLine(int line) {
        if (lastLine > 0 && line - 1 > lastLine && source.line(line - 1).isBlank()) {
            out.append('\n');
        }
    }
}
