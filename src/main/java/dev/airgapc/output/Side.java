package dev.airgapc.output;

/** On which side of the gap a file is used, and so which hosts it may name. */
public enum Side {
    /** Within the gap: hosts that the site declares, and no others. */
    INSIDE("inside"),
    /** On the connected side: public hosts. */
    OUTSIDE("outside"),
    /** Read on both: the runbook. */
    BOTH("both");

    private final String word;

    Side(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
