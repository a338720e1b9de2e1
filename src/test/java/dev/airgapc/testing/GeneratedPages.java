package dev.airgapc.testing;

import dev.airgapc.language.Arrows;
import dev.airgapc.language.Attribute;
import dev.airgapc.language.Children;
import dev.airgapc.language.Keyed;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.site.Vocabulary;
import dev.airgapc.syntax.antlr.AgParser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/**
 * Pages out of the vocabulary, each from a seed: blocks with the words of their kind, their values of the right type or of another,
 * references to what is there and to what is not, layers, comments anywhere. Some are in order, so that they reach rules and files.
 */
public final class GeneratedPages {
    private static final Phrases PHRASES = new Phrases();
    private static final List<String> COMMENTS =
            List.of("# why", "## what follows", "#", "##", "# allow: AG0402", "#! é😀");
    private static final List<String> LAYERS = List.of("base.ag", "part.ag", "gone.ag", "page.ag", "../part.ag");

    private static final Pattern REFERENCE =
            Pattern.compile("\\b(" + String.join("|", Vocabulary.ALL.names()) + ")\\.[a-z][\\w-]*");

    private final Random random;
    private final Sentences sentences;
    /** Of a hundred pieces so many are not what should stand there. */
    private final int mistakes;
    /** What can be referred to: the beginnings of the blocks so far. */
    private final List<String> heads = new ArrayList<>();

    private GeneratedPages(long seed) {
        this.random = new Random(seed);
        this.sentences = new Sentences(random);
        this.mistakes = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(12);
    }

    /** The files of a page by name: {@code page.ag}, and what it may extend and import. */
    public static Map<String, String> of(long seed) {
        GeneratedPages pages = new GeneratedPages(seed);
        Map<String, String> files = new LinkedHashMap<>();
        List<String> base = pages.blocks();
        if (pages.chance(65)) {
            files.put("page.ag", pages.text(base, ""));
        } else {
            files.put("base.ag", pages.text(base, ""));
            files.put("part.ag", pages.text(pages.amendments(), ""));
            files.put("page.ag", pages.text(pages.amendments(), pages.header()));
        }
        return files;
    }

    private String header() {
        StringBuilder links = new StringBuilder();
        if (chance(90)) {
            links.append("extends \"").append(slips() ? any(LAYERS) : "base.ag").append("\"\n");
        }
        while (chance(40)) {
            links.append("import \"").append(slips() ? any(LAYERS) : "part.ag").append("\"\n");
        }
        return links.toString();
    }

    private String text(List<String> entries, String header) {
        if (slips() && chance(20)) {
            return sentences.of(AgParser.RULE_file, 60);
        }
        StringBuilder page = new StringBuilder(slips() && chance(30) ? "" : "airgap 1\n").append(header);
        entries.forEach(
                entry -> page.append(chance(30) ? any(COMMENTS) + "\n" : "\n").append(entry));
        return page.toString();
    }

    /** The blocks of a page that is in order some of them written anew, and a few of other kinds. */
    private List<String> blocks() {
        Map<String, String> blocks = new LinkedHashMap<>();
        List<String> page = chance(95) ? any(PHRASES.pages()) : List.of();
        page.forEach(block -> heads.add(head(block)));
        for (String block : page) {
            String head = head(block);
            boolean anew = chance(20);
            blocks.put(head, anew ? block(kind(head), head, false, "") : block + "\n");
        }
        for (int more = random.nextInt(4); more > 0; more--) {
            Kind<?> kind = any(Vocabulary.ALL.all());
            String head = kind.name() + name(kind);
            if (slips()) {
                blocks.put(head + " again", sentences.of(AgParser.RULE_entry, 30) + "\n");
            } else if (!blocks.containsKey(head) || slips()) {
                blocks.put(head, block(kind, head, false, ""));
                heads.add(head);
            }
        }
        List<String> order = new ArrayList<>(blocks.values());
        order.removeIf(block -> slips());
        if (chance(30)) {
            Collections.shuffle(order, random);
        }
        return order;
    }

    private static String head(String block) {
        return block.substring(0, block.indexOf('{')).strip();
    }

    private static Kind<?> kind(String head) {
        return Vocabulary.ALL.find(head.split(" ", 2)[0]).orElseThrow();
    }

    /** What a layer says of the blocks of another one. */
    private List<String> amendments() {
        List<String> entries = new ArrayList<>();
        for (int more = random.nextInt(4); more >= 0; more--) {
            Kind<?> kind = any(Vocabulary.ALL.all());
            String head = heads.isEmpty() || slips() ? kind.name() + name(kind) : any(heads);
            entries.add(
                    switch (random.nextInt(10)) {
                        case 0 -> "remove " + head + "\n";
                        case 1 -> block(kind, kind.name() + name(kind), false, "");
                        default -> block(kind(head), head, true, "");
                    });
        }
        return entries;
    }

    private String name(Kind<?> kind) {
        boolean none = kind.naming() == Kind.Naming.SINGLE;
        return none != slips() ? "" : " " + any(PHRASES.names(kind));
    }

    /**
     * @param opens whether it changes one that is there
     */
    private String block(Kind<?> kind, String head, boolean opens, String indent) {
        StringBuilder block = new StringBuilder(indent + (opens ? "amend " : "") + head + " {\n");
        for (Attribute<?, ?> attribute : kind.byName().values()) {
            boolean wanted = attribute.otherwise().equals("required") && !opens;
            boolean again = chance(wanted ? 98 : 15);
            while (again) {
                block.append(chance(4) ? indent + "  " + any(COMMENTS) + "\n" : "")
                        .append(attribute(kind, attribute, opens, indent + "  "));
                again = slips() && chance(30);
            }
        }
        return block.append(slips() ? indent + "  " + sentences.of(AgParser.RULE_entry, 12) + "\n" : "")
                .append(indent)
                .append("}\n")
                .toString();
    }

    private String attribute(Kind<?> kind, Attribute<?, ?> attribute, boolean opens, String indent) {
        if (attribute instanceof Children<?, ?>) {
            Kind<?> inner = kind.inner().stream()
                    .filter(one -> one.name().equals(attribute.name()))
                    .findFirst()
                    .orElseThrow();
            return block(inner, inner.name() + name(inner), opens && chance(50), indent);
        }
        List<String> known = PHRASES.entries(kind, attribute);
        String amend = opens && attribute instanceof Keyed<?, ?> && chance(60) ? "amend " : "";
        return indent
                + (known.isEmpty() || slips()
                        ? attribute.name() + sign(attribute) + value()
                        : amend + operator(referring(any(known)), attribute, opens))
                + comment()
                + "\n";
    }

    /** An entry in which references lead to blocks that are there. */
    private String referring(String entry) {
        return REFERENCE.matcher(entry).replaceAll(found -> {
            List<String> there = heads.stream()
                    .filter(head -> head.startsWith(found.group(1) + " "))
                    .toList();
            return there.isEmpty() || slips() ? found.group() : any(there).replace(' ', '.');
        });
    }

    /** A layer may add to a list and take from it. */
    private String operator(String entry, Attribute<?, ?> attribute, boolean opens) {
        return opens && attribute instanceof Many<?, ?> && chance(50)
                ? entry.replaceFirst(" = ", chance(70) ? " += " : " -= ")
                : entry;
    }

    private String sign(Attribute<?, ?> attribute) {
        boolean arrow = attribute instanceof Arrows<?, ?> != slips();
        return arrow ? " \"docker.io\" -> " : any(List.of(" = ", " = ", " = ", " += ", " -= ", ": ", " "));
    }

    /** A value of any type, or none that there is. */
    private String value() {
        return switch (random.nextInt(6)) {
            case 0 -> sentences.of(AgParser.RULE_value, 8);
            case 1 -> reference();
            case 2 -> "\"" + (chance(50) ? "x" : "") + "\\(" + reference() + ")\"";
            case 3 -> "[" + value() + ", " + (chance(20) ? any(COMMENTS) + "\n" : "") + value() + "]";
            default -> any(PHRASES.values());
        };
    }

    private String reference() {
        Kind<?> kind = any(Vocabulary.ALL.all());
        String block = kind.name() + (chance(80) ? "." + any(PHRASES.names(kind)) : "");
        List<String> words = List.copyOf(kind.byName().keySet());
        return chance(50) ? block : block + "." + any(words);
    }

    private String comment() {
        return chance(4) ? "  " + any(COMMENTS) : "";
    }

    private boolean slips() {
        return chance(mistakes);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
