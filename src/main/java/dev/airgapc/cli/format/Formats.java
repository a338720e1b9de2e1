package dev.airgapc.cli.format;

import java.util.List;
import java.util.Optional;

/** The forms of findings that there are. */
public final class Formats {
    /** For people, on stderr. */
    public static final String TEXT = "text";

    /** What the place where the command runs reads. */
    public static final String AUTO = "auto";

    /** As they are chosen. */
    public static final List<String> NAMES =
            List.of(TEXT, "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", AUTO);

    private Formats() {}

    /** The form of a name that is one of a program's; nothing for others. */
    public static Optional<Format> named(String name) {
        return switch (name) {
            case "json" -> Optional.of(new JsonFormat());
            case "jsonl" -> Optional.of(new JsonLinesFormat());
            case "sarif" -> Optional.of(new SarifFormat());
            case "github" -> Optional.of(new GithubFormat());
            case "gitlab" -> Optional.of(new GitlabFormat());
            case "junit" -> Optional.of(new JunitFormat());
            case "checkstyle" -> Optional.of(new CheckstyleFormat());
            default -> Optional.empty();
        };
    }
}
