package dev.airgapc.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.misc.Interval;

/** Feeds the lexer UTF-16 units, so that its offsets are those of every {@link dev.airgapc.source.Span}. */
final class Utf16Stream implements CharStream {
    private final String text;
    private int at;

    Utf16Stream(String text) {
        this.text = text;
    }

    @Override
    public void consume() {
        at++;
    }

    @Override
    public int LA(int offset) {
        int index = offset < 0 ? at + offset : at + offset - 1;
        return index >= 0 && index < size() ? text.charAt(index) : IntStream.EOF;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, size()));
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // the whole text stays in memory: nothing to release
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return IntStream.UNKNOWN_SOURCE_NAME;
    }
}
