package dev.airgapc.language;

/**
 * A file that the page names and that is read when it is compiled.
 *
 * @param path as the page writes it
 */
public record InputFile(String path, String text) {}
