package dev.airgapc.report;

import dev.airgapc.site.Vocabulary;
import java.util.LinkedHashMap;
import java.util.Map;

/** The manual of the language: a page for each kind of a page's own blocks, made from the vocabulary. */
public final class Manual {
    private final Words words = new Words();
    private final Reaches reaches = new Reaches();

    /** Every page by the name of its file. */
    public Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("README.md", index());
        Vocabulary.ALL.all().forEach(kind -> pages.put(kind.name() + ".md", new ManualPage(words, reaches).of(kind)));
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
                *Since* is the version of the language, the number behind `airgap` on the first line, and that of a chart where older ones know no key
                for the word. *Goes to* are the outputs that hold a value of it, read off the origins of every value of the examples; *decides* are
                outputs that would be other ones without it. `NAME` stands for the name of a block, `HOST` for an upstream registry, `*` in a key
                for any step.

                Decided on and not built yet, so refused with one sentence:
                """);
        out.append(String.join(
                        ", ",
                        Vocabulary.ALL.later().stream()
                                .map(word -> "`" + word + "`")
                                .toList()))
                .append(".\n");
        return out.toString();
    }

    /** Text in a table. */
    static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
