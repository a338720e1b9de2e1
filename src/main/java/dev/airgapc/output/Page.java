package dev.airgapc.output;

import java.util.ArrayList;
import java.util.List;

/** A text being printed, which knows the line that it is on. */
final class Page {
    private final StringBuilder text = new StringBuilder();
    private final List<Printed.Mark> marks = new ArrayList<>();
    private int line = 1;

    Page write(String piece) {
        text.append(piece);
        line += (int) piece.chars().filter(c -> c == '\n').count();
        return this;
    }

    /** What a generated file says of itself, in a format whose comments begin with {@code #}. */
    Page header(Header header) {
        header.lines().forEach(line -> write("# " + line + "\n"));
        return this;
    }

    /** An empty line between what is there and what comes; nothing at the start. */
    String gap() {
        return text.isEmpty() ? "" : "\n";
    }

    /** The leaf begins here. */
    Page mark(String pointer) {
        marks.add(new Printed.Mark(line, pointer));
        return this;
    }

    /** Every leaf of what another printer made begins here, because it is put on one line. */
    Page mark(String pointer, Printed printed) {
        printed.marks().forEach(mark -> mark(pointer + mark.pointer()));
        return this;
    }

    /** What another printer made, below a pointer; {@code text} has as many lines as the printed one. */
    Page append(Printed printed, String pointer, String text) {
        printed.marks().forEach(mark -> marks.add(new Printed.Mark(line + mark.line() - 1, pointer + mark.pointer())));
        return write(text);
    }

    Printed printed() {
        return new Printed(text.toString(), marks);
    }
}
