package dev.airgapc.diagnostic;

/** How much a diagnostic weighs: an error stops the compile, a warning can be denied, a note never fails anything. */
public enum Severity {
    ERROR("error"),
    WARNING("warning"),
    NOTE("note");

    private final String word;

    Severity(String word) {
        this.word = word;
    }

    /** As it is printed. */
    public String word() {
        return word;
    }
}
