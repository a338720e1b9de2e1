package dev.airgapc.site;

import dev.airgapc.fact.Image;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;

/** {@code image}: one more image that is carried in, or one that needs more words than its name. */
public interface CarriedImage {
    Kind<CarriedImage> KIND = Kind.named("image", "One more image that is carried in.");

    One<CarriedImage, Image> SOURCE =
            KIND.required("source", SiteTypes.WRITTEN_IMAGE, "Where it is fetched, in full; or where it lies inside.");
    Maybe<CarriedImage, String> DIGEST =
            KIND.maybe("digest", SiteTypes.DIGEST, Defaults.none("the tag alone says which"), "Which image exactly.");
    One<CarriedImage, Block<Registry>> REGISTRY = KIND.one(
            "registry", Types.to(Registry.KIND), Defaults.only(Registry.KIND), "The registry that it is loaded into.");
    Maybe<CarriedImage, Image> INSIDE = KIND.maybe(
            "inside",
            SiteTypes.WRITTEN_IMAGE,
            Defaults.none("where the registry's `mirror` lines put it"),
            "Its place inside, where that is an exception.");

    /** The image with the digest that its block states. */
    static Image pinned(Block<CarriedImage> block) {
        Image source = block.get(SOURCE).value();
        return block.get(DIGEST).map(digest -> source.pinned(digest.value())).orElse(source);
    }
}
