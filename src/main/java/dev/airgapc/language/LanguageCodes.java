package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import java.util.List;

/** What can be wrong with the words of a page, whatever the vocabulary. */
public final class LanguageCodes {
    public static final Code UNKNOWN_KIND = Code.error("AG0201", "unknown-kind");
    public static final Code UNKNOWN_ATTRIBUTE = Code.error("AG0202", "unknown-attribute");
    public static final Code NOT_SUPPORTED_YET = Code.error("AG0203", "not-supported-yet");
    public static final Code MISSING_ATTRIBUTE = Code.error("AG0204", "missing-attribute");
    public static final Code DECLARED_TWICE = Code.error("AG0205", "declared-twice");
    public static final Code WRONG_TYPE = Code.error("AG0206", "wrong-type");
    public static final Code UNKNOWN_VALUE = Code.error("AG0207", "unknown-value");
    public static final Code WRONG_FORM = Code.error("AG0208", "wrong-form");
    public static final Code UNKNOWN_REFERENCE = Code.error("AG0301", "unknown-reference");
    public static final Code WRONG_KIND_OF_REFERENCE = Code.error("AG0302", "wrong-kind-of-reference");
    public static final Code AMBIGUOUS_REFERENCE = Code.error("AG0303", "ambiguous-reference");
    public static final Code CYCLE = Code.error("AG0304", "cycle");
    public static final Code NOTHING_TO_AMEND = Code.error("AG0305", "nothing-to-amend");
    public static final Code WRONG_LAYER = Code.error("AG0306", "wrong-layer");
    public static final Code MISSING_FILE = Code.error("AG0002", "missing-file");
    public static final Code CONFLICTING_PARTS = Code.error("AG0507", "conflicting-parts");
    public static final Code TYPED_SECRET = Code.error("AG0602", "typed-secret");

    public static final List<Code> ALL = List.of(
            UNKNOWN_KIND,
            UNKNOWN_ATTRIBUTE,
            NOT_SUPPORTED_YET,
            MISSING_ATTRIBUTE,
            DECLARED_TWICE,
            WRONG_TYPE,
            UNKNOWN_VALUE,
            WRONG_FORM,
            UNKNOWN_REFERENCE,
            WRONG_KIND_OF_REFERENCE,
            AMBIGUOUS_REFERENCE,
            CYCLE,
            NOTHING_TO_AMEND,
            WRONG_LAYER,
            MISSING_FILE,
            CONFLICTING_PARTS,
            TYPED_SECRET);

    private LanguageCodes() {}
}
