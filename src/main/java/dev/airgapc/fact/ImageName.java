package dev.airgapc.fact;

import java.util.Optional;

/**
 * An image as something inside pulls it. Made by {@code plan.Places} alone: who asks for an image's place has it in the plan.
 *
 * @param written as the file names it: the place inside, or the upstream name where the nodes know the place
 * @param inside where it lies within the gap
 * @param upstream where it is fetched outside; absent for an image that is built inside
 */
public record ImageName(Image written, Image inside, Optional<Image> upstream) implements Scalar {
    @Override
    public String text() {
        return written.text();
    }

    /** Whether the file keeps the upstream name, so that the nodes must lead it to the place inside. */
    public boolean isUpstream() {
        return !written.equals(inside);
    }
}
