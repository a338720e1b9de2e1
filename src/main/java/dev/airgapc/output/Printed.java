package dev.airgapc.output;

import java.util.List;

/** The text of a file, and on which line each leaf begins. */
public record Printed(String text, List<Mark> marks) {
    public Printed {
        marks = List.copyOf(marks);
    }

    /** A leaf and the line that it begins on, counted from 1. */
    public record Mark(int line, String pointer) {}

    /** The leaves that begin on a line, by their pointers. */
    public List<String> at(int line) {
        return marks.stream()
                .filter(mark -> mark.line() == line)
                .map(Mark::pointer)
                .toList();
    }
}
