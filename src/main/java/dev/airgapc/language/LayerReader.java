package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Syntax;
import dev.airgapc.syntax.Tree;
import dev.airgapc.syntax.Value;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Follows {@code extends} and {@code import} from file to file. */
final class LayerReader {
    static final String EXTENDS = "extends";
    private static final String IMPORT = "import";

    private final InputFiles files;
    private final Report report;
    private final List<Layer> layers = new ArrayList<>();
    private final Set<Path> parts = new HashSet<>();
    private final Deque<Path> reading = new ArrayDeque<>();
    private int base;

    LayerReader(InputFiles files, Report report) {
        this.files = files;
        this.report = report;
    }

    /** @throws IOException if the page itself cannot be read; any other file that cannot is a diagnostic */
    Layers read(Path page) throws IOException {
        add(page, parse(page), Optional.empty());
        return new Layers(layers, base, files);
    }

    private Tree parse(Path file) throws IOException {
        return Syntax.parse(files.name(file), files.inputs().bytes(file), report);
    }

    private void add(Path file, Tree tree, Optional<Source> part) {
        reading.push(file);
        List<Entry.Statement> links = links(tree);
        links.stream().filter(link -> is(link, EXTENDS)).limit(1).forEach(link -> follow(link, Optional.empty()));
        base = layers.size();
        links.stream().filter(link -> is(link, IMPORT)).forEach(link -> follow(link, Optional.of(tree.source())));
        layers.add(new Layer(tree, part));
        reading.pop();
    }

    /** The {@code extends} and the {@code import}s, which stand before all else. */
    private List<Entry.Statement> links(Tree tree) {
        List<Entry.Statement> links = new ArrayList<>();
        boolean late = false;
        Optional<Span> base = Optional.empty();
        for (Entry entry : tree.entries()) {
            boolean link = is(entry, EXTENDS) || is(entry, IMPORT);
            if (link && late) {
                wrong(
                        entry.span(),
                        "`" + entry.keyword().text() + "` stands below other entries",
                        "move it to the top, below `airgap 1`");
            }
            late |= !link;
            if (!link
                    || !(entry instanceof Entry.Statement statement)
                    || path(statement).isEmpty()) {
                continue;
            }
            if (is(entry, EXTENDS) && base.isPresent()) {
                wrong(
                        entry.span(),
                        "a page extends one other",
                        "bring in more by `import`: a part, which has no `site`");
            }
            base = is(entry, EXTENDS) ? Optional.of(entry.span()) : base;
            links.add(statement);
        }
        return links;
    }

    private void follow(Entry.Statement link, Optional<Source> part) {
        Value.Text text = path(link).orElseThrow();
        String written = Labels.plain(text).orElseThrow();
        Path file = files.resolve(text.span().source(), written);
        if (reading.contains(file)) {
            say(
                    LanguageCodes.CYCLE,
                    text.span(),
                    "`" + written + "` leads back to this file",
                    "remove this line, or the one there");
            return;
        }
        if (part.isPresent() && !parts.add(file)) {
            return;
        }
        try {
            Tree tree = parse(file);
            boolean site = isSite(tree);
            if (site && part.isPresent()) {
                wrong(
                        text.span(),
                        "`" + written + "` is a site, and parts are imported",
                        "write `extends \"" + written + "\"`");
            } else if (!site && part.isEmpty()) {
                wrong(
                        text.span(),
                        "`" + written + "` is a part, and sites are extended",
                        "write `import \"" + written + "\"`");
            } else {
                add(file, tree, part);
            }
        } catch (IOException e) {
            say(
                    LanguageCodes.MISSING_FILE,
                    text.span(),
                    "`" + written + "` cannot be read",
                    "the path is relative to the file that it stands in");
        }
    }

    /** A file with a {@code site} of its own, or one that extends another. */
    static boolean isSite(Tree tree) {
        return tree.entries().stream().anyMatch(entry -> is(entry, "site") || is(entry, EXTENDS));
    }

    private Optional<Value.Text> path(Entry.Statement link) {
        boolean single = link.labels().size() == 1
                && link.arrow().isEmpty()
                && link.body().isEmpty();
        if (single
                && link.labels().get(0) instanceof Value.Text text
                && Labels.plain(text).isPresent()) {
            return Optional.of(text);
        }
        if (link.whole()) {
            say(
                    LanguageCodes.WRONG_FORM,
                    link.span(),
                    "`" + link.keyword().text() + "` takes the path of a file",
                    "write `" + link.keyword().text() + " \"common.ag\"`");
        }
        return Optional.empty();
    }

    private static boolean is(Entry entry, String word) {
        return entry.keyword().text().equals(word);
    }

    private void wrong(Span at, String message, String help) {
        say(LanguageCodes.WRONG_LAYER, at, message, help);
    }

    private void say(Code code, Span at, String message, String help) {
        report.add(Diagnostic.of(code, at, message).help(help));
    }
}
