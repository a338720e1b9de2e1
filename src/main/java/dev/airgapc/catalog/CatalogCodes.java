package dev.airgapc.catalog;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Severity;
import java.util.List;

/** What can be wrong with a product's version. */
public final class CatalogCodes {
    public static final Code UNKNOWN_VERSION = Code.warning("AG0701", "unknown-version");
    public static final Code KEY_NOT_IN_VERSION = Code.error("AG0702", "key-not-in-version");

    public static final Code IMAGES_INCOMPLETE = new Code("AG0703", "images-incomplete", Severity.NOTE);

    public static final Code KEY_WITHOUT_EFFECT = Code.error("AG0705", "key-without-effect");

    public static final Code NO_SUCH_KEY = Code.warning("AG0706", "no-such-key");

    public static final Code UNLISTED_KEY = Code.warning("AG0707", "unlisted-key");

    public static final Code MONGODB_IMAGE = Code.error("AG0708", "mongodb-image");

    public static final List<Code> ALL = List.of(
            UNKNOWN_VERSION,
            KEY_NOT_IN_VERSION,
            IMAGES_INCOMPLETE,
            KEY_WITHOUT_EFFECT,
            NO_SUCH_KEY,
            UNLISTED_KEY,
            MONGODB_IMAGE);

    private CatalogCodes() {}
}
