package dev.airgapc.site;

import dev.airgapc.language.Choice;

/** Whether a connection is encrypted, and whether the other side must prove who it is. */
public enum Tls implements Choice {
    VERIFY,
    /** Encrypted, with whoever answers. */
    SKIP,
    /** Not encrypted. */
    OFF
}
