package dev.airgapc.interop;

import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A page in which every string that may hold something hostile does, as much of it as the language lets it hold.
 *
 * @param planted what stands in the page now
 */
record HostileValues(String page, Compilation compilation, List<Planted> planted) {
    /** The program that a shell starts when it takes a part of a value for a command. */
    static final String PROGRAM = "pwned";

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\n]|\\\\.)*)\"");
    private static final String COMMANDS = "$(pwned)`pwned`;pwned;'\"$HOME\" * \\ é";

    HostileValues {
        planted = List.copyOf(planted);
    }

    /**
     * A value in place of another.
     *
     * @param line the line of the page that it stands on, as it was
     * @param mark a part of the value that stands nowhere else
     * @param value what a script must hand on
     */
    record Planted(String line, String mark, String value) {}

    /**
     * Tries each string of a page, from the first to the last.
     *
     * @param seen the lines that other pages tried already; those of this page are added
     * @param files a folder with a slash at its end, in which secrets are read from files
     */
    static HostileValues in(String page, Set<String> seen, String files) {
        String text = page;
        List<Planted> planted = new ArrayList<>();
        Compilation compilation = Examples.changed("clearml/site.ag", text);
        int at = 0;
        for (Matcher string = STRING.matcher(text); string.find(at); string = STRING.matcher(text)) {
            int begin = text.lastIndexOf('\n', string.start()) + 1;
            String before = text.substring(begin, string.start());
            String line = before.strip() + " " + string.group();
            at = string.end();
            if (before.contains("#") || before.endsWith("\"") || text.startsWith("\"", at) || !seen.add(line)) {
                continue;
            }
            String mark = "m" + seen.size() + "m";
            String path = before.endsWith("file(") ? files : "";
            List<String> all = values(string.group(1), mark, path);
            boolean takesNone =
                    mild(path.isEmpty() ? string.group(1) : path, mark).stream().allMatch(takesNot(text, string));
            for (String value : takesNone ? List.<String>of() : all) {
                Optional<Compilation> made = compiled(changed(text, string, value));
                if (made.isPresent()) {
                    at = string.start() + value.length() + 2;
                    text = changed(text, string, value);
                    compilation = made.get();
                    planted.add(new Planted(line, mark, plain(value)));
                    break;
                }
            }
        }
        return new HostileValues(text, compilation, planted);
    }

    private static Predicate<String> takesNot(String text, Matcher string) {
        return value -> compiled(changed(text, string, value)).isEmpty();
    }

    private static String changed(String text, Matcher string, String value) {
        return text.substring(0, string.start()) + '"' + value + '"' + text.substring(string.end());
    }

    private static Optional<Compilation> compiled(String text) {
        return Optional.of(Examples.changed("clearml/site.ag", text))
                .filter(one -> !one.report().hasErrors());
    }

    /** As they are written within quotation marks, the worst first. */
    private static List<String> values(String original, String mark, String files) {
        List<String> values = new ArrayList<>();
        for (String commands : List.of(quoted(COMMANDS), quoted(COMMANDS.replaceAll("`.*`", "")))) {
            String tight = commands.replace(" ", "");
            values.addAll(
                    files.isEmpty()
                            ? List.of(
                                    "-" + mark + "\\n" + commands + " ",
                                    "-" + mark + commands + " ",
                                    original + " " + mark + commands + " ",
                                    original + mark + tight,
                                    original
                                            + mark
                                            + tight.replace("\\", "")
                                                    .replace("\"", "")
                                                    .replace("é", ""))
                            : List.of(files + mark + "\\n" + commands + " ", files + mark + commands + " "));
        }
        values.addAll(mild(files.isEmpty() ? original : files, mark));
        return values;
    }

    /** Something of it. What takes none of these takes nothing that is worse. */
    private static List<String> mild(String original, String mark) {
        return Stream.of("$(pwned)", "'", ";pwned")
                .map(some -> original + mark + some)
                .toList();
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /** Without what is computed at its beginning, or names an entry of which it is a field. */
    private static String plain(String quoted) {
        return quoted.replaceAll("^.*(\\\\\\([^)]*\\)|#)", "")
                .replace("\\n", "\n")
                .replaceAll("\\\\(.)", "$1");
    }
}
