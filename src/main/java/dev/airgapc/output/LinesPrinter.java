package dev.airgapc.output;

/** A plain list: one leaf a line, and no header, because nothing but the list may stand in it. */
public final class LinesPrinter implements Printer {
    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page();
        content.visit("", (pointer, leaf) -> page.mark(pointer).write(Quoting.PLAIN.quote(leaf.value()) + "\n"));
        return page.printed();
    }
}
