package dev.airgapc.report;

import dev.airgapc.language.Attribute;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Vocabulary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The manual of the language: a page for each kind of a page's own blocks, made from the vocabulary. */
public final class Manual {
    /** So many files of a word stand in its row; the list below has all. */
    private static final int SHOWN = 2;

    private final Words words = new Words();
    private final Reaches reaches = new Reaches();

    /** Every page by the name of its file. */
    public Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", index());
        Vocabulary.ALL.all().forEach(kind -> pages.put(kind.name() + ".md", new Page().of(kind)));
        return pages;
    }

    private static String index() {
        StringBuilder out = new StringBuilder("""
                # The manual

                Every kind of block that a page may hold, each with its words. [The language](../language.md) says how a page is written;
                `airgapc explain registry.host` prints the same as these pages. They are made from the vocabulary; do not change them by hand.

                | kind | what it is |
                | --- | --- |
                """);
        Vocabulary.ALL.all().stream()
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(kind -> out.append("| [`")
                        .append(kind.name())
                        .append("`](")
                        .append(kind.name())
                        .append(".md) | ")
                        .append(cell(kind.words()))
                        .append(" |\n"));
        out.append("""

                In the tables, *left out* says how a value is found that the page does not write; `value`: reason where it is always the same one.
                *Since* is the version of the language, the number behind `airgapc` on the first line, and the version of a chart where older ones do
                not know what the word stands for. In *goes to*, `NAME` is the name of a block and `HOST` that of an upstream registry; *decides* are files that would be
                other ones without the word, although no value in them is its own.

                Decided on and not built yet, so refused with one sentence:
                """
                .replace("behind `airgapc`", "behind `airgap`"));
        out.append(String.join(
                        ", ",
                        Vocabulary.ALL.later().stream()
                                .map(word -> "`" + word + "`")
                                .toList()))
                .append(".\n");
        return out.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    /** One page, being written. */
    private final class Page {
        private final StringBuilder out = new StringBuilder();
        private final Set<String> sources = new LinkedHashSet<>();

        String of(Kind<?> kind) {
            out.append("# `").append(kind.name()).append("`\n\n").append(kind.words());
            out.append(
                    kind.naming() == Kind.Naming.SINGLE
                            ? " A page has at most one.\n\n"
                            : " A page has any number of them, each with a name of its own.\n\n");
            out.append("```ag\n")
                    .append(new ExamplePage(kind).blocks())
                    .append("```\n\n## Words\n\n");
            section(kind, kind.name());
            if (!kind.laterWords().isEmpty()) {
                out.append("Decided on and not built yet: ")
                        .append(String.join(
                                ", ",
                                kind.laterWords().stream()
                                        .distinct()
                                        .map(word -> "`" + word + "`")
                                        .toList()))
                        .append(".\n\n");
            }
            if (!sources.isEmpty()) {
                out.append("## Sources\n\nWhere each key was read, as `owner/repository:path`.\n\n");
                int number = 1;
                for (String source : sources) {
                    out.append(number++).append(". ").append(source).append('\n');
                }
            }
            return out.toString().stripTrailing() + "\n";
        }

        private void section(Kind<?> kind, String path) {
            List<Attribute<?, ?>> shared = Words.shared(kind);
            List<Attribute<?, ?>> own = new ArrayList<>(kind.byName().values());
            own.removeIf(attribute -> shared.contains(attribute) || elsewhere(attribute, path));
            table(own, path);
            kind.byName().values().stream()
                    .filter(attribute -> elsewhere(attribute, path))
                    .map(attribute -> words.home(attribute))
                    .map(home -> home.substring(0, home.lastIndexOf('.')))
                    .distinct()
                    .forEach(outer -> out.append("It has the settings of `")
                            .append(outer)
                            .append("` too, and takes over each that it does not say.\n\n"));
            if (!shared.isEmpty()) {
                out.append("### Settings of `")
                        .append(path)
                        .append("` and of the blocks within it\n\n");
                table(shared, path);
            }
            for (Kind<?> inner : kind.inner()) {
                String home = words.home(inner);
                String below = path + "." + inner.name();
                if (home.equals(below)) {
                    out.append("## `").append(inner.name()).append("` in `").append(path).append("`\n\n");
                    out.append(inner.words()).append(" It begins `").append(inner.example()).append("`.\n\n");
                    section(inner, below);
                } else if (!home.startsWith(path.replaceFirst("\\..*", "") + ".")) {
                    String page = home.replaceFirst("\\..*", "");
                    out.append("`").append(inner.name()).append("` is that of [`").append(page).append("`](");
                    out.append(page).append(".md).\n\n");
                }
            }
        }

        /** Whether a kind around this one has the attribute, and its table the row. */
        private boolean elsewhere(Attribute<?, ?> attribute, String path) {
            return !words.kinds().containsKey(path + "." + attribute.name())
                            && !words.home(attribute).equals(path + "." + attribute.name())
                    || words.kinds().containsKey(path + "." + attribute.name())
                            && words.home(attribute).split("\\.", -1)[0].equals(path.split("\\.", -1)[0])
                            && !words.home(attribute).equals(path + "." + attribute.name());
        }

        private void table(List<Attribute<?, ?>> attributes, String path) {
            out.append("| word | what it says | takes | left out | since | goes to |\n| --- | --- | --- | --- | --- | --- |\n");
            for (Attribute<?, ?> attribute : attributes) {
                List<String> gates = reaches.gates(words.home(attribute));
                out.append("| `")
                        .append(attribute.name())
                        .append("` | ")
                        .append(cell(attribute.words()))
                        .append(" | ")
                        .append(cell(attribute.takes()))
                        .append(" | ")
                        .append(cell(attribute.otherwise()))
                        .append(" | ")
                        .append(gates.isEmpty() ? "1" : "1, " + String.join(", ", gates))
                        .append(" | ")
                        .append(goesTo(attribute, path))
                        .append(" |\n");
            }
            out.append('\n');
            attributes.forEach(this::places);
            out.append('\n');
        }

        private String goesTo(Attribute<?, ?> attribute, String path) {
            if (words.kinds().containsKey(path + "." + attribute.name())) {
                return "a block";
            }
            List<Reaches.Reach> places = reaches.of(words.home(attribute));
            if (places.isEmpty()) {
                return "decides, writes nothing itself";
            }
            List<String> files = places.stream()
                    .map(place -> "`" + place.file().substring(place.file().lastIndexOf('/') + 1) + "`")
                    .distinct()
                    .toList();
            String shown = String.join(", ", files.subList(0, Math.min(SHOWN, files.size())));
            String more = files.size() > SHOWN ? " and " + (files.size() - SHOWN) + " more" : "";
            return (places.get(0).writes() ? "" : "decides ") + shown + more;
        }

        private void places(Attribute<?, ?> attribute) {
            Map<String, Set<String>> keys = new LinkedHashMap<>();
            for (Reaches.Reach place : reaches.of(words.home(attribute))) {
                Set<String> found = keys.computeIfAbsent(place.file(), file -> new LinkedHashSet<>());
                if (!place.key().isEmpty()) {
                    sources.add(place.source());
                    int number = List.copyOf(sources).indexOf(place.source()) + 1;
                    found.add("`" + place.key() + "` (" + number + ")");
                }
            }
            if (keys.isEmpty()) {
                return;
            }
            out.append("- `").append(attribute.name()).append("`\n");
            keys.forEach((file, found) -> out.append("  - `")
                    .append(file)
                    .append('`')
                    .append(found.isEmpty() ? "" : ": " + String.join(", ", found))
                    .append('\n'));
        }
    }
}
