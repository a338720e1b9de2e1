package dev.airgapc.site;

import dev.airgapc.diagnostic.Code;
import java.util.List;

/** What can be wrong with a value of the vocabulary's own types. */
public final class SiteCodes {
    public static final Code NOT_A_HOST = Code.error("AG0401", "not-a-host");
    public static final Code NOT_A_URL = Code.error("AG0402", "not-a-url");
    public static final Code NOT_AN_IMAGE = Code.error("AG0403", "not-an-image");
    public static final Code NOT_A_NAME = Code.error("AG0404", "not-a-name");
    public static final Code NOT_A_VERSION = Code.error("AG0405", "not-a-version");
    public static final Code NOT_A_SECRET_SOURCE = Code.error("AG0406", "not-a-secret-source");

    public static final Code NOT_A_CERTIFICATE = Code.error("AG0407", "not-a-certificate");
    public static final Code NOT_CHART_KEYS = Code.error("AG0413", "not-chart-keys");

    /** Said by the rule over declared servers, and by the promise over files. */
    public static final Code PUBLIC_HOST = Code.error("AG0601", "public-host");

    /** Said by the rule over what the connected side uses, and by the promise over its files. */
    public static final Code INSIDE_HOST = Code.error("AG0606", "inside-host");

    public static final List<Code> ALL = List.of(
            NOT_A_HOST,
            NOT_A_URL,
            NOT_AN_IMAGE,
            NOT_A_NAME,
            NOT_A_VERSION,
            NOT_A_SECRET_SOURCE,
            NOT_A_CERTIFICATE,
            NOT_CHART_KEYS,
            PUBLIC_HOST,
            INSIDE_HOST);

    private SiteCodes() {}
}
