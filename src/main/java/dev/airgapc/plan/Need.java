package dev.airgapc.plan;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import java.util.Optional;

/** Something that crosses the gap and that no leaf shows. */
public sealed interface Need {
    /** The block on whose behalf it crosses. */
    Block<?> user();

    /** What it is for, as people say it. */
    String why();

    /** An image that something inside runs without a file that names it. */
    record OfImage(Fact<ImageName> image, Block<?> user, String why) implements Need {}

    /**
     * A Helm chart.
     *
     * @param source where it is pulled on the connected side, as the catalogue cites it
     * @param unlisted whether it runs images that no public source lists
     */
    record OfChart(
            String name, Fact<Version> version, Product.Sourced source, boolean unlisted, Block<?> user, String why)
            implements Need {}

    /**
     * A file.
     *
     * @param file its name on the medium
     * @param source where it is fetched on the connected side; empty for one that somebody brings
     * @param sha256 the sum that it must have, if one is known
     */
    record OfFile(
            Fact<String> file, Optional<Fact<Url>> source, Optional<Fact<String>> sha256, Block<?> user, String why)
            implements Need {}

    /**
     * A Python package, with all that it needs itself.
     *
     * @param requirement as a file of requirements writes it, marker included
     * @param group what is installed together, so that it is resolved together; the name of a file
     */
    record OfPackage(Fact<String> requirement, String group, Block<?> user, String why) implements Need {}
}
