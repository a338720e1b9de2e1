package dev.airgapc.fact;

/**
 * What a leaf of a file holds. What crosses the gap has types of its own, so that plan and proof read leaves and never
 * guess from text.
 */
public sealed interface Scalar
        permits Text,
                Flag,
                Count,
                Decimal,
                Absent,
                Host,
                Url,
                ImageName,
                ImagePath,
                UpstreamKey,
                UpstreamHost,
                SecretName,
                Variable,
                FileName {
    /** As it stands in a file, before quoting. */
    String text();
}
