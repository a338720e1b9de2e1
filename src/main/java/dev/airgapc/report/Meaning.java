package dev.airgapc.report;

import dev.airgapc.diagnostic.Similar;
import dev.airgapc.language.Attribute;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a word of the language means, for a terminal: the manual says the same. */
public final class Meaning {
    private final Words words = new Words();
    private final Reaches reaches = new Reaches();

    /** A kind, or an attribute of one: {@code registry}, {@code registry.host}, {@code clearml-agent.queue.gpus}. */
    public Optional<String> of(List<String> steps) {
        String path = String.join(".", steps);
        Optional<Kind<?>> kind = Optional.ofNullable(words.kinds().get(path));
        return kind.isPresent()
                ? kind.map(found -> describe(found, path))
                : Optional.ofNullable(words.attributes().get(path)).map(found -> describe(found, path));
    }

    /** The word that somebody probably meant by a path that names none. */
    public Optional<String> near(List<String> steps) {
        List<String> all = new ArrayList<>(words.kinds().keySet());
        all.addAll(words.attributes().keySet());
        String path = String.join(".", steps);
        return Similar.to(
                path, all.stream().filter(word -> depth(word) == steps.size()).toList());
    }

    private static int depth(String path) {
        return path.split("\\.", -1).length;
    }

    private String describe(Kind<?> kind, String path) {
        StringBuilder out = new StringBuilder(kind.example())
                .append("\n")
                .append(kind.words())
                .append("\n\n");
        int width =
                kind.byName().keySet().stream().mapToInt(String::length).max().orElse(0);
        kind.byName()
                .values()
                .forEach(attribute -> out.append("  ")
                        .append(attribute.name())
                        .append(" ".repeat(width - attribute.name().length() + 2))
                        .append(attribute.words())
                        .append('\n'));
        return out.append("\nExample:\n")
                .append(example(path, words.home(kind)))
                .toString();
    }

    private String describe(Attribute<?, ?> attribute, String path) {
        String home = words.home(attribute);
        StringBuilder out = new StringBuilder(attribute.example())
                .append("\n")
                .append(attribute.words())
                .append("\n\n  takes      ")
                .append(attribute.takes())
                .append("\n  left out   ")
                .append(otherwise(attribute, path))
                .append("\n  since      ")
                .append(since(home))
                .append('\n');
        List<Reaches.Reach> places = reaches.of(home);
        if (places.isEmpty()) {
            out.append("  goes to    nothing: it decides, and writes nothing itself\n");
        }
        String before = "";
        for (Reaches.Reach place : places) {
            if (!place.file().equals(before)) {
                String head = before.isEmpty() ? place.writes() ? "  goes to    " : "  decides    " : "             ";
                out.append(head).append(place.file()).append('\n');
                before = place.file();
            }
            if (!place.key().isEmpty()) {
                out.append("               ")
                        .append(place.key())
                        .append("  -- ")
                        .append(place.source())
                        .append('\n');
            }
        }
        return out.append("\nExample:\n")
                .append(example(path, home).replaceFirst(attribute.name() + " +=", attribute.name() + " ="))
                .toString();
    }

    /** The language's version, and those of charts that know a word only from there on. */
    private String since(String home) {
        List<String> gates = reaches.gates(home);
        return gates.isEmpty() ? "language 1" : "language 1, " + String.join(", ", gates);
    }

    /** A setting that the block around has too is taken over from there. */
    private String otherwise(Attribute<?, ?> attribute, String path) {
        String outer = path.substring(0, path.lastIndexOf('.'));
        int end = outer.lastIndexOf('.');
        boolean shared = end > 0
                && Optional.ofNullable(words.kinds().get(outer.substring(0, end)))
                        .filter(kind -> kind.byName().containsValue(attribute))
                        .isPresent();
        return shared
                ? "what `" + outer.substring(0, end) + "` says, else " + attribute.otherwise()
                : attribute.otherwise();
    }

    /** Lines of the example page: those of the path itself, else those of its home. */
    private static String example(String path, String home) {
        String shown = shown(path).or(() -> shown(home)).orElseThrow();
        return "  " + shown.replace("\n", "\n  ") + "\n";
    }

    private static Optional<String> shown(String path) {
        List<String> steps = List.of(path.split("\\.", -1));
        return Vocabulary.ALL
                .find(steps.get(0))
                .flatMap(kind -> new ExamplePage(kind).shown(steps.subList(1, steps.size())));
    }
}
