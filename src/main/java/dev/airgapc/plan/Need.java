package dev.airgapc.plan;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.ImageName;
import dev.airgapc.language.Block;

/**
 * Something that crosses the gap and that no leaf shows.
 *
 * @param user the block on whose behalf it crosses
 * @param why what it is for, as people say it
 */
public record Need(Fact<ImageName> image, Block<?> user, String why) {}
