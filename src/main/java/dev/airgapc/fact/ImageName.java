package dev.airgapc.fact;

import java.util.Optional;

/**
 * An image as something inside pulls it. Made by {@code plan.Places} alone: who asks for an image's place has it in the plan.
 *
 * @param inside where it lies within the gap
 * @param upstream where it is fetched outside; absent for an image that is built inside
 */
public record ImageName(Image inside, Optional<Image> upstream) implements Scalar {
    @Override
    public String text() {
        return inside.text();
    }
}
