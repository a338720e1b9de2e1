package dev.airgapc.output;

/** One text, as it is, and no header: a file of certificates. */
public final class TextPrinter implements Printer {
    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page();
        content.visit(
                "", (pointer, leaf) -> page.mark(pointer).write(leaf.value().text()));
        return page.printed();
    }
}
