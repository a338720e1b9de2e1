package dev.airgapc.testing;

import java.util.Random;

/** A text that somebody's fingers slipped in: one to three times something is deleted, put in or exchanged. */
public final class Mutation {
    private Mutation() {}

    /**
     * The text with its slips.
     *
     * @param signs what may come in
     */
    public static String of(String text, String signs, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int slip = random.nextInt(3); slip >= 0; slip--) {
            int at = random.nextInt(out.length() + 1);
            int end = Math.min(out.length(), at + 1 + random.nextInt(8));
            int letter = random.nextInt(signs.length());
            switch (random.nextInt(3)) {
                case 0 -> out.delete(at, end);
                case 1 -> out.insert(at, signs.charAt(letter));
                default -> out.replace(at, end, signs.substring(letter, Math.min(signs.length(), letter + 3)));
            }
        }
        return out.toString();
    }
}
