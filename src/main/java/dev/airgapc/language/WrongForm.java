package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.SyntaxCodes;
import dev.airgapc.syntax.Value;
import java.util.List;

/** An entry whose word is known and whose form is another one: which sign is missing, or too much. */
final class WrongForm {
    private WrongForm() {}

    static Diagnostic of(Attribute<?, ?> attribute, Entry entry) {
        if (entry instanceof Entry.Statement statement && statement.body().isEmpty()) {
            if (attribute instanceof Assigned<?, ?, ?>) {
                return value(attribute, statement);
            }
            if (attribute instanceof Arrows<?, ?>) {
                return arrow(attribute, statement);
            }
        }
        String written = attribute instanceof Pairs<?, ?>
                ? "`" + attribute.name() + "` is a block of keys and values"
                : "`" + attribute.name() + "` is not written like this";
        return said(entry.span(), written, attribute.example());
    }

    /** A value without its sign, or with an arrow in its place. */
    private static Diagnostic value(Attribute<?, ?> attribute, Entry.Statement statement) {
        String name = attribute.name();
        List<Value> labels = statement.labels();
        if (labels.isEmpty() && statement.arrow().isPresent()) {
            Span sign =
                    between(statement.keyword().span(), statement.arrow().get().span());
            return said(statement.span(), "`" + name + "` takes `=`, not `->`", name + " = …")
                    .fix(Fix.safe("write `=`", sign, " = "));
        }
        if (labels.isEmpty()) {
            return Diagnostic.of(SyntaxCodes.MISSING_VALUE, statement.keyword().span(), "`" + name + "` has no value")
                    .help("write `" + attribute.example() + "`");
        }
        Span gap = between(statement.keyword().span(), labels.get(0).span());
        return said(labels.get(0).span(), "`=` is missing behind `" + name + "`", name + " = …")
                .fix(Fix.safe("write `=`", gap, " = "));
    }

    /** A key without what it leads to. */
    private static Diagnostic arrow(Attribute<?, ?> attribute, Entry.Statement statement) {
        String name = attribute.name();
        List<Value> labels = statement.labels();
        if (statement.arrow().isPresent() && labels.isEmpty()) {
            return said(statement.keyword().span(), "`" + name + "` has no key before its arrow", attribute.example());
        }
        if (statement.arrow().isEmpty() && labels.size() == 2) {
            Span gap = between(labels.get(0).span(), labels.get(1).span());
            return said(labels.get(1).span(), "`->` is missing behind the key", attribute.example())
                    .fix(Fix.safe("write `->`", gap, " -> "));
        }
        return said(statement.span(), "`" + name + "` is a key, an arrow, and what it leads to", attribute.example());
    }

    /** What stands between two pieces. */
    private static Span between(Span left, Span right) {
        int from = left.end();
        int to = Math.max(from, right.start());
        return new Span(left.source(), from, to);
    }

    private static Diagnostic said(Span at, String message, String example) {
        return Diagnostic.of(LanguageCodes.WRONG_FORM, at, message).help("write `" + example + "`");
    }
}
