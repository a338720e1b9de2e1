package dev.airgapc.fact;

/**
 * The path of an image below its registry, where a file names the two apart.
 *
 * @param name the whole
 */
public record ImagePath(ImageName name) implements Scalar {
    @Override
    public String text() {
        return name.written().repository();
    }
}
