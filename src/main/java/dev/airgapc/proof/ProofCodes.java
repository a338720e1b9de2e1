package dev.airgapc.proof;

import dev.airgapc.diagnostic.Code;
import java.util.List;

/** What a promise says when it is broken; a secret in a file shares its code with a secret on a page. */
public final class ProofCodes {
    public static final Code IMAGE_WITHOUT_MIRROR = Code.error("AG0603", "image-without-mirror");
    public static final Code PATH_CONFLICT = Code.error("AG0801", "path-conflict");

    public static final Code SECOND_WAY = Code.error("AG0612", "second-way-to-mirrors");

    public static final Code PLACEHOLDER = Code.error("AG0408", "placeholder");

    public static final List<Code> ALL = List.of(IMAGE_WITHOUT_MIRROR, PATH_CONFLICT, SECOND_WAY, PLACEHOLDER);

    /** The remedy of what no page can cause. */
    static final String FAULT = "this is a fault of airgapc: report it, with the page if you may";

    private ProofCodes() {}
}
