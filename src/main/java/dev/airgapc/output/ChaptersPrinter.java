package dev.airgapc.output;

import java.util.List;

/**
 * Markdown of several templates, one for each item of a sequence. Every heading of the third level gets its number.
 *
 * @param templates as many as the sequence has items, below {@code templates/}
 */
public record ChaptersPrinter(List<String> templates) implements Printer {
    private static final String HEADING = "### ";

    public ChaptersPrinter {
        templates = List.copyOf(templates);
    }

    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page();
        int number = 0;
        for (int chapter = 0; chapter < templates.size(); chapter++) {
            Node facts = ((Sequence) content).items().get(chapter);
            Printed printed = new TemplatePrinter(templates.get(chapter), Quoting.MARKDOWN).print(facts, header);
            boolean step = printed.text().startsWith(HEADING);
            number += step ? 1 : 0;
            page.write(chapter == 0 ? "" : "\n");
            page.append(
                    printed,
                    "/" + chapter,
                    step ? HEADING + number + ". " + printed.text().substring(HEADING.length()) : printed.text());
        }
        return page.printed();
    }
}
