package dev.airgapc.output;

import java.util.Map;
import java.util.regex.Pattern;

/**
 * Variables as Docker Compose reads them from a file: {@code NAME=value}, in double quotes if the value has a character that means something
 * there, with a backslash before those that do (compose-spec/compose-go:dotenv/parser.go).
 */
public final class EnvFilePrinter implements Printer {
    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9_./:@%+,=~-]+");

    @Override
    public Printed print(Node content, Header header) {
        Page page = new Page().header(header);
        for (Map.Entry<String, Node> variable : ((Mapping) content).entries().entrySet()) {
            page.write(variable.getKey() + "=")
                    .mark(Mapping.below("", variable.getKey()))
                    .write(quoted(((Leaf) variable.getValue()).value().text()) + "\n");
        }
        return page.printed();
    }

    private static String quoted(String value) {
        if (BARE.matcher(value).matches()) {
            return value;
        }
        if (value.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalStateException("`" + value + "` does not fit on a line");
        }
        return "\"" + value.replaceAll("[\\\\\"$]", "\\\\$0") + "\"";
    }
}
