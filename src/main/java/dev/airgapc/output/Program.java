package dev.airgapc.output;

/** What reads a file. */
public enum Program {
    HELM("helm"),
    BASH("bash"),
    /** A list that copiers and loops of scripts read line by line. */
    COPIER("copier"),
    PEOPLE("people");

    private final String word;

    Program(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
