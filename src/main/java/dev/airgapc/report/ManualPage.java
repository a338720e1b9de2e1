package dev.airgapc.report;

import dev.airgapc.language.Attribute;
import dev.airgapc.language.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The page of one kind, with the kinds within it as sections, being written. */
final class ManualPage {
    /** So many files of a word stand in its row; the list below the table has all. */
    private static final int SHOWN = 2;

    private static final String HEAD = """
            | word | what it says | takes | left out | since | goes to |
            | --- | --- | --- | --- | --- | --- |
            """;

    private final Words words;
    private final Reaches reaches;
    private final StringBuilder out = new StringBuilder();
    private final List<String> sources = new ArrayList<>();

    ManualPage(Words words, Reaches reaches) {
        this.words = words;
        this.reaches = reaches;
    }

    String of(Kind<?> kind) {
        boolean single = kind.naming() == Kind.Naming.SINGLE;
        line("# " + code(kind.name()));
        line(kind.words()
                + (single ? " A page has at most one." : " A page has any number, each with a name of its own."));
        line("```ag\n" + new ExamplePage(kind).blocks() + "```");
        line("## Words");
        section(kind, kind.name());
        if (!kind.laterWords().isEmpty()) {
            line("Decided on and not built yet, so refused with one sentence: " + list(kind.laterWords()) + ".");
        }
        if (!sources.isEmpty()) {
            line("## Sources");
            line("Where each key was read, as `owner/repository:path`.");
            for (int at = 0; at < sources.size(); at++) {
                out.append(at + 1).append(". ").append(sources.get(at)).append('\n');
            }
        }
        return out.toString().stripTrailing() + "\n";
    }

    private void section(Kind<?> kind, String path) {
        List<Attribute<?, ?>> shared = Words.shared(kind);
        List<Attribute<?, ?>> own = new ArrayList<>(kind.byName().values());
        List<Attribute<?, ?>> elsewhere = own.stream()
                .filter(attribute -> !words.home(attribute).equals(path + "." + attribute.name()))
                .toList();
        own.removeAll(shared);
        own.removeAll(elsewhere);
        elsewhere.stream()
                .map(attribute -> words.home(attribute))
                .map(home -> home.substring(0, home.lastIndexOf('.')))
                .distinct()
                .forEach(
                        outer -> line(
                                "It may also say each setting that " + code(outer)
                                        + " shares with it, and takes over from there what it does not say; of a map, entry by entry."));
        table(own, path);
        if (!shared.isEmpty()) {
            List<String> inner = kind.inner().stream()
                    .filter(one -> one.byName().values().stream().anyMatch(shared::contains))
                    .map(Kind::name)
                    .toList();
            line("### Settings that " + code(kind.name()) + " shares with its " + list(inner));
            table(shared, path);
        }
        for (Kind<?> inner : kind.inner()) {
            String below = path + "." + inner.name();
            if (words.home(inner).equals(below)) {
                line("## " + code(inner.name()) + " in " + code(kind.name()));
                line(inner.words() + " It begins " + code(inner.example()) + ".");
                section(inner, below);
            }
        }
    }

    private void table(List<Attribute<?, ?>> attributes, String path) {
        out.append(HEAD);
        for (Attribute<?, ?> attribute : attributes) {
            List<String> cells = List.of(
                    code(attribute.name()),
                    Manual.cell(attribute.words()),
                    Manual.cell(attribute.takes()),
                    Manual.cell(attribute.otherwise()),
                    since(words.home(attribute)),
                    goesTo(attribute, path + "." + attribute.name()));
            out.append("| ").append(String.join(" | ", cells)).append(" |\n");
        }
        out.append('\n');
        List<Attribute<?, ?>> reaching = attributes.stream()
                .filter(attribute -> !reaches.of(words.home(attribute)).isEmpty())
                .toList();
        if (!reaching.isEmpty()) {
            line("Every output of each, with the keys in it that are a product's:");
            reaching.forEach(this::places);
            out.append('\n');
        }
    }

    private String since(String home) {
        List<String> gates = reaches.gates(home);
        return gates.isEmpty() ? "1" : "1, " + String.join(", ", gates);
    }

    private String goesTo(Attribute<?, ?> attribute, String path) {
        Kind<?> block = words.kinds().get(path);
        if (block != null) {
            return link(words.home(block), path);
        }
        List<Reaches.Reach> places = new ArrayList<>(reaches.of(words.home(attribute)));
        if (places.isEmpty()) {
            return "decides, writes nothing itself";
        }
        places.sort(Comparator.comparing(place -> place.key().isEmpty()));
        List<String> files = places.stream()
                .map(place -> code(place.file().substring(place.file().lastIndexOf('/') + 1)))
                .distinct()
                .toList();
        String shown = String.join(", ", files.subList(0, Math.min(SHOWN, files.size())));
        String more = files.size() > SHOWN ? " and " + (files.size() - SHOWN) + " more" : "";
        return (places.get(0).writes() ? "" : "decides ") + shown + more;
    }

    /** Where a kind within another is described. */
    private static String link(String home, String path) {
        String[] steps = home.split("\\.", -1);
        boolean here = steps[0].equals(path.split("\\.", -1)[0]);
        String anchor = "#" + steps[steps.length - 1] + "-in-" + steps[steps.length - 2];
        return here ? "[below](" + anchor + ")" : "as in [" + code(steps[0]) + "](" + steps[0] + ".md" + anchor + ")";
    }

    /** Every file of an attribute, with the keys in it that are somebody else's. */
    private void places(Attribute<?, ?> attribute) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Reaches.Reach place : reaches.of(words.home(attribute))) {
            Set<String> found = keys.computeIfAbsent(place.file(), file -> new LinkedHashSet<>());
            if (!place.key().isEmpty()) {
                found.add(code(place.key()) + " (" + number(place.source()) + ")");
            }
        }
        out.append("- ").append(code(attribute.name())).append('\n');
        keys.forEach((file, found) -> out.append("  - ")
                .append(code(file))
                .append(found.isEmpty() ? "" : ": " + String.join(", ", found))
                .append('\n'));
    }

    /** The number of a source on this page. */
    private int number(String source) {
        if (!sources.contains(source)) {
            sources.add(source);
        }
        return sources.indexOf(source) + 1;
    }

    private void line(String text) {
        out.append(text).append("\n\n");
    }

    private static String list(List<String> words) {
        return String.join(", ", words.stream().distinct().map(ManualPage::code).toList());
    }

    private static String code(String text) {
        return "`" + text + "`";
    }
}
