package dev.airgapc.source;

/**
 * A piece of a source. It knows its file, so that one diagnostic can point into several.
 *
 * @param start UTF-16 offset of the first character
 * @param end UTF-16 offset behind the last one; equal to {@code start} for a place between two characters
 */
public record Span(Source source, int start, int end) {
    public String text() {
        return source.text().substring(start, end);
    }

    /** The line of the first character, counted from 1. */
    public int line() {
        return source.lineAt(start);
    }

    /** The column of the first character, counted from 1 in code points. */
    public int column() {
        return source.text().codePointCount(source.start(line()), start) + 1;
    }

    /** From the start of this span to the end of another one of the same source. */
    public Span to(Span last) {
        return new Span(source, start, last.end);
    }

    /** Whether every character of the other span is one of this. */
    public boolean contains(Span other) {
        return source == other.source && start <= other.start && other.end <= end;
    }

    /** As editors and terminals read it: {@code site.ag:3:14}. */
    public String place() {
        return place("");
    }

    /** The same for somebody who reaches the folder of its names so. */
    public String place(String folder) {
        return source.name(folder) + ":" + line() + ":" + column();
    }
}
