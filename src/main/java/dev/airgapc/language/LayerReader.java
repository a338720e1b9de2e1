package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Inputs;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows {@code extends} and {@code import} from file to file. */
final class LayerReader {
    static final String EXTENDS = "extends";
    private static final String IMPORT = "import";

    private final InputFiles files;
    private final Report report;
    private final List<Layer> layers = new ArrayList<>();
    private final Map<Path, Set<Source>> reached = new HashMap<>();
    private final Set<Path> failed = new HashSet<>();
    private final Deque<Path> reading = new ArrayDeque<>();
    private int base;
    private boolean whole = true;

    LayerReader(InputFiles files, Report report) {
        this.files = files;
        this.report = report;
    }

    /** @throws IOException if the page itself cannot be read; any other file that cannot is a diagnostic */
    Layers read(Path page) throws IOException {
        add(page, parse(page), false);
        return new Layers(layers, base, files, whole);
    }

    private Tree parse(Path file) throws IOException {
        return Syntax.parse(files.name(file), files.inputs().bytes(file), report);
    }

    private void add(Path file, Tree tree, boolean part) {
        reading.push(file);
        List<Link> links = links(tree);
        Set<Source> below = new HashSet<>();
        links.stream().filter(Link::toBase).limit(1).forEach(link -> follow(link, below));
        if (!part) {
            base = layers.size();
        }
        layers.subList(0, base).forEach(layer -> below.add(layer.source()));
        Map<String, Span> imported = new HashMap<>();
        links.stream().filter(link -> !link.toBase()).forEach(link -> {
            Span first = imported.putIfAbsent(link.path(), link.at());
            if (first == null) {
                follow(link, below);
            } else {
                report.add(Diagnostic.of(
                                LanguageCodes.DECLARED_TWICE, link.at(), "`" + link.path() + "` is imported twice")
                        .related(first, "here first")
                        .help("remove one of the lines"));
            }
        });
        layers.add(new Layer(tree, part, below));
        below.add(tree.source());
        reached.put(file, below);
        reading.pop();
    }

    /** A line that names another file. */
    private record Link(boolean toBase, String path, Span at) {}

    /** The {@code extends} and the {@code import}s, which stand before all else. */
    private List<Link> links(Tree tree) {
        List<Link> links = new ArrayList<>();
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
            Optional<Link> read = link ? read(entry) : Optional.empty();
            whole &= !link || read.isPresent();
            if (read.isEmpty()) {
                continue;
            }
            if (is(entry, EXTENDS) && base.isPresent()) {
                wrong(
                        entry.span(),
                        "a page extends one other",
                        "bring in more by `import`: a part, which has no `site`");
            }
            base = is(entry, EXTENDS) ? Optional.of(entry.span()) : base;
            links.add(read.get());
        }
        return links;
    }

    private void follow(Link link, Set<Source> below) {
        Path file = files.resolve(link.at().source(), link.path());
        if (reading.contains(file)) {
            whole = false;
            say(
                    LanguageCodes.CYCLE,
                    link.at(),
                    "`" + link.path() + "` leads back to this file",
                    "remove this line, or the one there");
            return;
        }
        if (reached.containsKey(file)) {
            below.addAll(reached.get(file));
            return;
        }
        if (failed.contains(file)) {
            return;
        }
        try {
            Tree tree = parse(file);
            boolean site = isSite(tree);
            if (site == link.toBase()) {
                add(file, tree, !site);
                below.addAll(reached.get(file));
                return;
            }
            String right = (site ? "extends" : "import") + " \"" + link.path() + "\"";
            report.add(Diagnostic.of(
                            LanguageCodes.WRONG_LAYER,
                            link.at(),
                            site
                                    ? "`" + link.path() + "` is a site, and parts are imported"
                                    : "`" + link.path() + "` is a part, and sites are extended")
                    .help("write `" + right + "`"));
        } catch (Inputs.Unfit e) {
            say(
                    LanguageCodes.MISSING_FILE,
                    link.at(),
                    "`" + link.path() + "` " + e.getMessage(),
                    "name a page, which is a file of text");
        } catch (IOException e) {
            boolean address = link.path().contains("://");
            say(
                    LanguageCodes.MISSING_FILE,
                    link.at(),
                    "`" + link.path() + "` cannot be read",
                    address
                            ? "nothing is fetched: keep the file beside this one, and write its path"
                            : files.near(link.at().source(), link.path())
                                    .map(near -> "did you mean `" + near + "`?")
                                    .orElse("the path is relative to the file that it stands in"));
        }
        failed.add(file);
        whole = false;
    }

    /** A file with a {@code site} of its own, or one that extends another. */
    static boolean isSite(Tree tree) {
        return tree.entries().stream().anyMatch(entry -> is(entry, "site") || is(entry, EXTENDS));
    }

    /** A path without quotes or with {@code =} is one all the same, once that was said. */
    private Optional<Link> read(Entry entry) {
        String word = entry.keyword().text();
        List<Value> values = entry instanceof Entry.Assignment assignment
                ? List.of(assignment.value())
                : ((Entry.Statement) entry).labels();
        Optional<Value> only = values.size() == 1 && !opens(entry) ? Optional.of(values.get(0)) : Optional.empty();
        Optional<String> path = only.flatMap(LayerReader::path);
        boolean quoted = only.filter(Value.Text.class::isInstance).isPresent();
        if (path.isPresent() && quoted && entry instanceof Entry.Statement) {
            return Optional.of(
                    new Link(word.equals(EXTENDS), path.get(), only.get().span()));
        }
        boolean legible = entry instanceof Entry.Assignment || ((Entry.Statement) entry).whole();
        Optional<String> meant =
                values.stream().map(LayerReader::path).flatMap(Optional::stream).reduce((first, last) -> last);
        if (legible && values.stream().noneMatch(Value.Broken.class::isInstance)) {
            String right = word + " \"" + meant.orElse("common.ag") + "\"";
            Diagnostic diagnostic = Diagnostic.of(
                            LanguageCodes.WRONG_FORM,
                            entry.span(),
                            entry instanceof Entry.Assignment
                                    ? "`" + word + "` takes a path without `=`"
                                    : "`" + word + "` takes the path of a file, in quotes")
                    .help("write `" + right + "`");
            report.add(
                    path.isPresent()
                            ? diagnostic.fix(Fix.safe("write `" + right + "`", entry.span(), right))
                            : diagnostic);
        }
        return path.map(found ->
                new Link(word.equals(EXTENDS), found, only.orElseThrow().span()));
    }

    private static boolean opens(Entry entry) {
        return entry instanceof Entry.Statement statement
                && (statement.arrow().isPresent() || statement.body().isPresent());
    }

    private static Optional<String> path(Value value) {
        return value instanceof Value.Text text
                ? Labels.plain(text)
                : value instanceof Value.Name name ? Optional.of(name.text()) : Optional.empty();
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
