package dev.airgapc.output;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What the reader of YAML could not read, in words of its text.
 *
 * @param line counted from 0
 */
record YamlMistake(int line, String message, String help) {
    private static final String LOOK = "look at this line and at the one above";

    static YamlMistake of(YamlEngineException e, String text) {
        if (!(e instanceof MarkedYamlEngineException marked)) {
            return new YamlMistake(0, "this is no YAML: it holds a character that YAML has no place for", LOOK);
        }
        List<String> lines = text.lines().toList();
        int line = line(marked.getProblemMark());
        String problem = marked.getProblem().replaceAll("\\s+", " ");
        String here = line < lines.size() ? lines.get(line) : "";
        if (here.substring(0, indentation(here)).contains("\t")) {
            return new YamlMistake(line, "this line is indented with a tab, and YAML takes spaces", "put spaces there");
        }
        if (problem.startsWith("expected ',' or '")) {
            boolean list = problem.contains("']'");
            return new YamlMistake(
                    line(marked.getContextMark()),
                    (list ? "`[`" : "`{`") + " on this line is not closed",
                    "write `" + (list ? "]" : "}") + "` where it ends");
        }
        if (problem.startsWith("mapping values are not allowed")) {
            return value(lines, line, here);
        }
        if (problem.startsWith("could not find expected ':'")) {
            int at = line(marked.getContextMark());
            return new YamlMistake(at, "this line has a key without `:`", "write it as in `key: \"value\"`");
        }
        if (problem.startsWith("expected <block end>")) {
            return new YamlMistake(
                    line,
                    "this line is not indented like those that it stands with",
                    "begin it in the column of its neighbours");
        }
        if (problem.contains("unexpected end of stream")) {
            return new YamlMistake(
                    line(marked.getContextMark()),
                    "a text in quotes is not closed",
                    "write its quotation mark where it ends");
        }
        if (problem.contains("that cannot start any token") && !here.isBlank()) {
            return new YamlMistake(
                    line,
                    "no value begins with `" + here.charAt(Math.min(column(marked), here.length() - 1)) + "`",
                    "write the value in double quotes");
        }
        return new YamlMistake(line, "this is no YAML: " + problem, LOOK);
    }

    /** A colon where no value may begin: the line above has one already, or this line has two. */
    private static YamlMistake value(List<String> lines, int line, String here) {
        int above = line - 1;
        while (above >= 0 && lines.get(above).isBlank()) {
            above--;
        }
        boolean deeper = above >= 0 && indentation(here) > indentation(lines.get(above));
        return deeper
                ? new YamlMistake(
                        line,
                        "this line is indented deeper than the one above, which has its value already",
                        "begin both in the same column")
                : new YamlMistake(line, "a value on this line holds `: `", "write the value in double quotes");
    }

    /** A text that lacks the colon of a key and its value, or the blank behind it; as it should be. */
    static Optional<String> withColon(String text) {
        if (text.matches("[A-Za-z][A-Za-z0-9_.-]*:[^ /:][^ ]*")) {
            return Optional.of(text.replaceFirst(":", ": "));
        }
        return text.matches("[A-Za-z][A-Za-z0-9_.-]* (?:[0-9]+|true|false|\\{\\}|\\[\\])")
                ? Optional.of(text.replaceFirst(" ", ": "))
                : Optional.empty();
    }

    private static int indentation(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0);
    }

    private static int column(MarkedYamlEngineException e) {
        return e.getProblemMark().map(Mark::getColumn).orElse(0);
    }
}
