package dev.airgapc.output;

/**
 * A file within a file: a pip.conf that is a value of a chart. Its leaves lie below its own pointer, so that proof and plan see
 * them with their types, and never guess from text.
 */
public record Nested(Printer printer, Node content) implements Node {
    /** Its text, without a header: the file around it has one. */
    Printed printed() {
        return printer.print(content, Header.NONE);
    }

    @Override
    public void visit(String pointer, Visitor visitor) {
        content.visit(pointer, visitor);
    }
}
