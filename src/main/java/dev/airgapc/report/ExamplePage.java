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

/**
 * Whole pages that show every word of one kind, and what those need. They compile; they are resources. Most kinds have one; a kind of which a
 * page has one block at most, with words that exclude each other, has more.
 */
final class ExamplePage {
    private static final List<String> MORE = List.of("-on-machines", "-enterprise-on-machines", "-with-sops");

    private final Kind<?> kind;
    private final List<Tree> trees = new ArrayList<>();

    ExamplePage(Kind<?> kind) {
        this.kind = kind;
        trees.add(tree(kind.name()).orElseThrow(() -> new IllegalStateException("the manual has no " + kind.name())));
        MORE.forEach(more -> tree(kind.name() + more).ifPresent(trees::add));
    }

    private static Optional<Tree> tree(String name) {
        try (InputStream in = ExamplePage.class.getResourceAsStream("/manual/" + name + ".ag")) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(Syntax.parse(name + ".ag", in.readAllBytes(), new Report()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All of each. */
    List<String> texts() {
        return trees.stream().map(tree -> tree.source().text()).toList();
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
        return entry.span().source().text().substring(start, entry.span().end()).replace("\n" + margin, "\n");
    }

    private List<Entry> own() {
        return trees.stream()
                .flatMap(tree -> tree.entries().stream())
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
