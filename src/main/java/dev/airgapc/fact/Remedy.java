package dev.airgapc.fact;

/**
 * What a strict parser knows of a text that it refuses, beside why.
 *
 * @param mended the whole text as it may have been meant, in part at least; empty if nobody can know
 * @param certain whether the mended text cannot mean something else
 * @param piece the wrong part, where it is not what the mended text changes; empty if it is
 * @param advice what to do, where that is more than to write the mended text; empty if it is not
 */
record Remedy(String mended, boolean certain, String piece, String advice) {
    static final Remedy NONE = new Remedy("", true, "", "");
}
