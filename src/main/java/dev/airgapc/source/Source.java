package dev.airgapc.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A text with the name that people know it by, and its line table. Two sources are equal only if they are the same object. */
public final class Source {
    private final String name;
    private final String text;
    private final int[] starts;

    /** @param name the path as the user wrote it, with `/` between its parts */
    public Source(String name, String text) {
        this.name = name;
        this.text = text;
        this.starts = startsOfLines(text);
    }

    public String name() {
        return name;
    }

    /** The same as somebody reaches it who names its folder so: {@code plants/} and {@code ../common.ag} are {@code common.ag}. */
    public String name(String folder) {
        return folder.isEmpty()
                ? name
                : Path.of(folder + name).normalize().toString().replace('\\', '/');
    }

    public String text() {
        return text;
    }

    /** The number of lines; a text without a newline has one. */
    public int lines() {
        return starts.length;
    }

    /** The line, counted from 1, that holds the UTF-16 offset. */
    public int lineAt(int offset) {
        int low = 0;
        int high = starts.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (starts[middle] <= offset) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low + 1;
    }

    /** The UTF-16 offset at which a line, counted from 1, begins. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** A line, counted from 1, without its terminator. */
    public String line(int number) {
        int end = number < starts.length ? starts[number] - 1 : text.length();
        if (end > starts[number - 1] && text.charAt(end - 1) == '\r') {
            end--;
        }
        return text.substring(starts[number - 1], end);
    }

    /** What is written on a line, counted from 1: its text without its indentation and its terminator. */
    public Span written(int number) {
        String line = line(number);
        int indentation = line.length() - line.stripLeading().length();
        return span(start(number) + indentation, start(number) + line.length());
    }

    /** The part of this source from one UTF-16 offset to another, the second one excluded. */
    public Span span(int start, int end) {
        return new Span(this, start, end);
    }

    private static int[] startsOfLines(String text) {
        List<Integer> starts = new ArrayList<>(List.of(0));
        for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
            starts.add(at + 1);
        }
        return starts.stream().mapToInt(Integer::intValue).toArray();
    }
}
