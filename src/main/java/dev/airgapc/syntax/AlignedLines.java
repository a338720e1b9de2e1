package dev.airgapc.syntax;

import dev.airgapc.source.Columns;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Lines on their way to canonical text. Neighbours of one depth that hold the same sign have it in one column, and so do the
 * comments behind them; a blank line, a line without, one of another depth, or a very wide one ends the run.
 */
final class AlignedLines {
    /** Nobody is moved further than this: many short lines beside one endless line would become many endless lines. */
    private static final int WIDEST = 200;

    /**
     * @param depth how far it is indented
     * @param left what stands before the sign, or all of it if there is none
     * @param right the sign and what follows; empty if nothing is to be aligned
     * @param comment what stands behind it, if anything
     */
    private record Line(int depth, String left, String right, String comment) {
        String sign() {
            return right.substring(0, right.indexOf(' ') + 1);
        }

        String code() {
            return left + right;
        }

        Line padded(int width) {
            return new Line(depth, left + spaces(width - Columns.width(left)), right, comment);
        }

        Line commented(int width) {
            return new Line(depth, code() + spaces(width - Columns.width(code())) + "  " + comment, "", "");
        }
    }

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder left = new StringBuilder();
    private final StringBuilder right = new StringBuilder();
    private String comment = "";

    /** Adds to the line. */
    void text(String text) {
        (right.isEmpty() ? left : right).append(text);
    }

    /** What follows begins with a sign and a space, in the column of the neighbours' sign. */
    void sign(String sign) {
        left.append(' ');
        right.append(sign).append(' ');
    }

    /** Puts a comment behind the line. */
    void comment(String text) {
        comment = text;
    }

    /** Ends the line. */
    void end() {
        int depth = left.length() - left.toString().stripLeading().length();
        lines.add(new Line(depth, left.toString(), right.toString(), comment));
        left.setLength(0);
        right.setLength(0);
        comment = "";
    }

    /** All of them, each with its newline. */
    String print() {
        List<Line> signed = align(lines, line -> !line.right().isEmpty(), Line::left, Line::padded, true);
        List<Line> whole = align(signed, line -> !line.comment().isEmpty(), Line::code, Line::commented, false);
        StringBuilder out = new StringBuilder();
        whole.forEach(line -> out.append(line.code()).append('\n'));
        return out.toString();
    }

    private interface Padding {
        Line to(Line line, int width);
    }

    private static List<Line> align(
            List<Line> lines,
            Predicate<Line> concerned,
            Function<Line, String> piece,
            Padding padding,
            boolean bySign) {
        List<Line> out = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            Line first = lines.get(at);
            if (!concerned.test(first)) {
                out.add(first);
                at++;
                continue;
            }
            int end = at + 1;
            int width = Columns.width(piece.apply(first));
            while (end < lines.size()
                    && concerned.test(lines.get(end))
                    && lines.get(end).depth() == first.depth()
                    && (!bySign || lines.get(end).sign().equals(first.sign()))
                    && Math.max(width, Columns.width(piece.apply(lines.get(end)))) <= WIDEST) {
                width = Math.max(width, Columns.width(piece.apply(lines.get(end))));
                end++;
            }
            for (Line line : lines.subList(at, end)) {
                out.add(padding.to(line, width));
            }
            at = end;
        }
        return out;
    }

    private static String spaces(int count) {
        return " ".repeat(Math.max(0, count));
    }
}
