package dev.airgapc.syntax;

import java.util.List;

/** A tree as text, without places: what two trees must share to be equal. */
final class TreeDump {
    private final StringBuilder out = new StringBuilder();

    private TreeDump() {}

    static String of(Tree tree) {
        TreeDump dump = new TreeDump();
        dump.line(0, "airgap " + tree.version().map(Value.Digits::text).orElse("-"));
        tree.entries().forEach(entry -> dump.entry(entry, 0));
        tree.comments().forEach(comment -> dump.line(0, "comment " + comment.text()));
        return dump.out.toString();
    }

    private void entry(Entry entry, int depth) {
        entry.doc().ifPresent(doc -> doc.lines().forEach(line -> line(depth, "doc |" + line)));
        if (entry instanceof Entry.Assignment assignment) {
            line(
                    depth,
                    assignment.keyword().text() + " " + assignment.operator().text() + " " + value(assignment.value()));
            return;
        }
        Entry.Statement statement = (Entry.Statement) entry;
        StringBuilder head = new StringBuilder(statement.keyword().text());
        statement.labels().forEach(label -> head.append(' ').append(value(label)));
        statement.arrow().ifPresent(arrow -> head.append(" -> ").append(value(arrow)));
        line(depth, head + (statement.body().isPresent() ? " {" : "") + (statement.whole() ? "" : " (damaged)"));
        statement.body().ifPresent(body -> body.entries().forEach(inner -> entry(inner, depth + 1)));
    }

    private static String value(Value value) {
        if (value instanceof Value.Text text) {
            StringBuilder parts = new StringBuilder(text.form().name());
            text.parts()
                    .forEach(part -> parts.append(
                            part instanceof Value.Hole hole
                                    ? "(" + hole.name().text() + ")"
                                    : "«"
                                            + ((Value.Chars) part)
                                                    .text()
                                                    .replace("\n", "⏎")
                                                    .replace("\t", "⇥")
                                                    .replace("\r", "␍")
                                            + "»"));
            return parts.toString();
        }
        if (value instanceof Value.Items items) {
            return values("[", items.values(), "]");
        }
        if (value instanceof Value.Call call) {
            return values(call.name().text() + "(", call.arguments(), ")");
        }
        if (value instanceof Value.Name name) {
            return "name:" + name.text();
        }
        return value instanceof Value.Broken ? "BROKEN" : value.span().text();
    }

    private static String values(String open, List<Value> values, String close) {
        return open + String.join(", ", values.stream().map(TreeDump::value).toList()) + close;
    }

    private void line(int depth, String text) {
        out.append("  ".repeat(depth)).append(text).append('\n');
    }
}
