package dev.airgapc.report;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.language.Kind;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.syntax.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A whole page that shows every word of one kind, and what those need. It compiles; it is a resource, one for each kind. */
final class ExamplePage {
    private final Kind<?> kind;
    private final Tree tree;

    ExamplePage(Kind<?> kind) {
        this.kind = kind;
        String name = kind.name() + ".ag";
        try (InputStream in = ExamplePage.class.getResourceAsStream("/manual/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the manual has no " + name);
            }
            tree = Syntax.parse(name, in.readAllBytes(), new Report());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of it. */
    String text() {
        return tree.source().text();
    }

    /** The blocks of its kind, as they are written. */
    String blocks() {
        return String.join("\n\n", own().stream().map(this::shown).toList()) + "\n";
    }

    /** An entry at a path below the kind, as it is written, its first line at the margin; nothing if the page does not show it. */
    Optional<String> shown(List<String> path) {
        return entry(path).map(this::shown);
    }

    /** The same in the tree; the empty path is a block of the kind itself. */
    Optional<Entry> entry(List<String> path) {
        List<Entry> at = own();
        for (String step : path) {
            at = within(at, step);
        }
        return at.stream().findFirst();
    }

    private String shown(Entry entry) {
        int start =
                entry.doc().map(doc -> doc.span().start()).orElse(entry.span().start());
        String margin = " ".repeat(entry.span().column() - 1);
        return text().substring(start, entry.span().end()).replace("\n" + margin, "\n");
    }

    private List<Entry> own() {
        return tree.entries().stream()
                .filter(entry -> entry.keyword().text().equals(kind.name()))
                .toList();
    }

    private static List<Entry> within(List<Entry> blocks, String word) {
        List<Entry> found = new ArrayList<>();
        for (Entry block : blocks) {
            if (block instanceof Entry.Statement statement) {
                statement.body().stream()
                        .flatMap(body -> body.entries().stream())
                        .filter(entry -> entry.keyword().text().equals(word))
                        .forEach(found::add);
            }
        }
        return found;
    }
}
