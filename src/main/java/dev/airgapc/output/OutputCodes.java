package dev.airgapc.output;

import dev.airgapc.diagnostic.Code;
import java.util.List;

/** What can be wrong with text that a page passes through to a file. */
public final class OutputCodes {
    public static final Code NOT_YAML = Code.error("AG0802", "not-yaml");
    public static final Code NOT_HOCON = Code.error("AG0803", "not-hocon");

    public static final Code PASSTHROUGH_CONFLICT = Code.error("AG0501", "passthrough-conflict");

    public static final List<Code> ALL = List.of(NOT_YAML, NOT_HOCON, PASSTHROUGH_CONFLICT);

    private OutputCodes() {}
}
