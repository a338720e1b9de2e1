package dev.airgapc.cli.format;

/** A form of findings that some program reads: one document for a whole run. */
public interface Format {
    /** Whether files are named from the root of the Git work tree: what a forge reads is laid over the repository. */
    default boolean isOfForge() {
        return false;
    }

    /** The document, with a line break at its end; empty only if the form has nothing to say. */
    String print(Run run);
}
