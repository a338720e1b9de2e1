package dev.airgapc.compile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code airgapc.lock.json}: what was compiled from what. Canonical, one entry a line, so that it merges well and is read
 * without a JSON reader.
 *
 * @param version the released version of airgapc, such as {@code 0.1}
 */
public record Lock(String version, List<Input> inputs, List<Output> outputs) {
    public static final String NAME = "airgapc.lock.json";

    private static final Pattern FIRST = Pattern.compile("\\{\"airgapc\":\"([^\"]*)\",\"language\":1,");
    /** Up to the last quotation mark that fits: a matcher that went by escapes would need as deep a stack as there are many. */
    private static final String TEXT = "\"(.*)\"";

    private static final Pattern INPUT =
            Pattern.compile("\\{\"path\":" + TEXT + ",\"sha256\":\"([0-9a-f]{64})\"}[,\\]]*");
    private static final Pattern OUTPUT = Pattern.compile(
            "\\{\"path\":" + TEXT
                    + ",\"sha256\":\"([0-9a-f]{64})\",\"mode\":\"(0644|0755)\",\"side\":\"([a-z]+)\",\"reader\":\"([a-z]+)\"}[,\\]}]*");

    private static final Pattern CONTROL = Pattern.compile("\\\\u00[01][0-9a-f]");

    public Lock {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
    }

    /** A file that was read; its path is relative to the lock. */
    public record Input(String path, String sha256) {}

    /** A file that was written; its path is relative to the lock. */
    public record Output(String path, String sha256, String mode, String side, String reader) {}

    /** What the lock says of a path. */
    public Optional<Output> output(String path) {
        return outputs.stream().filter(output -> output.path().equals(path)).findFirst();
    }

    /** The text of the file. */
    public String print() {
        List<String> in = inputs.stream()
                .map(input -> "{\"path\":" + quoted(input.path()) + ",\"sha256\":\"" + input.sha256() + "\"}")
                .toList();
        List<String> out = outputs.stream()
                .map(output -> "{\"path\":" + quoted(output.path()) + ",\"sha256\":\"" + output.sha256()
                        + "\",\"mode\":\"" + output.mode() + "\",\"side\":\"" + output.side() + "\",\"reader\":\""
                        + output.reader() + "\"}")
                .toList();
        return "{\"airgapc\":\"" + version + "\",\"language\":1,\n\"inputs\":[\n" + String.join(",\n", in)
                + "],\n\"outputs\":[\n" + String.join(",\n", out) + "]}\n";
    }

    /**
     * Reads what {@link #print} made; nothing if a line is none of its lines, or names an output that does not lie below the lock:
     * what a lock names may be overwritten and removed.
     */
    public static Optional<Lock> parse(String text) {
        List<Input> inputs = new ArrayList<>();
        List<Output> outputs = new ArrayList<>();
        List<String> lines = text.lines().toList();
        Matcher first = FIRST.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!first.matches()) {
            return Optional.empty();
        }
        for (String line : lines.subList(1, lines.size())) {
            Matcher input = INPUT.matcher(line);
            Matcher output = OUTPUT.matcher(line);
            if (output.matches()) {
                outputs.add(new Output(
                        plain(output.group(1)), output.group(2), output.group(3), output.group(4), output.group(5)));
            } else if (input.matches()) {
                inputs.add(new Input(plain(input.group(1)), input.group(2)));
            } else if (!line.equals("\"inputs\":[")
                    && !line.equals("\"outputs\":[")
                    && !line.equals("],")
                    && !line.equals("]}")) {
                return Optional.empty();
            }
        }
        Lock lock = new Lock(first.group(1), inputs, outputs);
        boolean below = outputs.stream().allMatch(output -> liesBelow(output.path()));
        return below && lock.print().equals(text) ? Optional.of(lock) : Optional.empty();
    }

    /** Whether a path is one that an output can have: relative, without detours, of something. */
    static boolean liesBelow(String path) {
        return !path.isEmpty()
                && path.indexOf('\0') < 0
                && List.of(path.split("/", -1)).stream().noneMatch(List.of("", ".", "..")::contains);
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < 0x20) {
                out.append(String.format(java.util.Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }

    /** What {@link #quoted} made it of; of anything else something that is quoted differently. */
    private static String plain(String quoted) {
        StringBuilder out = new StringBuilder();
        for (int at = 0; at < quoted.length(); at++) {
            char c = quoted.charAt(at);
            if (c != '\\') {
                out.append(c);
            } else if (CONTROL.matcher(quoted).region(at, quoted.length()).lookingAt()) {
                out.append((char) Integer.parseInt(quoted.substring(at + 2, at + 6), 16));
                at += 5;
            } else if (++at < quoted.length()) {
                out.append(quoted.charAt(at));
            }
        }
        return out.toString();
    }
}
