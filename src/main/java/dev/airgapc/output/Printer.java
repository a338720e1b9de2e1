package dev.airgapc.output;

/** A format: from a tree to the text of a file, with LF and a final newline. */
public interface Printer {
    /** The text of a tree; {@link IllegalStateException} for a tree that this format cannot say: a target made it, so that is a bug. */
    Printed print(Node content, Header header);
}
