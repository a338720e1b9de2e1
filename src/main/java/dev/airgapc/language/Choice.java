package dev.airgapc.language;

/** A word of a closed list: what an enum of the vocabulary implements. */
public interface Choice {
    /** As it is written. */
    String word();
}
