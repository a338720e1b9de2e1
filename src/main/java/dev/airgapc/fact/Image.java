package dev.airgapc.fact;

import java.util.Locale;

/**
 * A reference to a container image, written in full. The grammar is that of distribution/reference:reference.go.
 *
 * @param registry the first part, never left out
 * @param repository {@code library/redis}: lower case, parts joined by {@code /}
 * @param tag empty if there is none
 * @param digest with its algorithm, {@code sha256:…}; empty if there is none
 */
public record Image(Host registry, String repository, String tag, String digest) {
    private static final String PART = "[a-z0-9]+(?:(?:\\.|_|__|-+)[a-z0-9]+)*";

    /** A reference without a registry is refused, because its meaning depends on the machine that reads it. */
    public static Parsed<Image> parse(String text) {
        if (text.contains("://")) {
            return Parsed.<Image>wrong("has a scheme: an image is written without")
                    .mended(text.substring(text.indexOf("://") + 3));
        }
        if (text.contains(" ")) {
            Parsed<Image> wrong = Parsed.wrong("holds a space");
            return text.strip().equals(text) ? wrong.perhaps(text.replace(" ", "")) : wrong.mended(text.strip());
        }
        int slash = text.indexOf('/');
        String first = slash < 0 ? "" : text.substring(0, slash);
        if (slash < 0 || !(first.contains(".") || first.contains(":") || first.equals("localhost"))) {
            return Parsed.<Image>wrong("does not begin with its registry")
                    .perhaps((slash < 0 ? "docker.io/library/" : "docker.io/") + text);
        }
        String rest = text.substring(slash + 1);
        int at = rest.indexOf('@');
        String digest = at < 0 ? "" : rest.substring(at + 1);
        String named = at < 0 ? rest : rest.substring(0, at);
        int colon = named.indexOf(':');
        String tag = colon < 0 ? "" : named.substring(colon + 1);
        String repository = colon < 0 ? named : named.substring(0, colon);
        if (repository.length() > 255) {
            return Parsed.wrong("has a repository of more than 255 characters");
        }
        if (!repository.matches(PART + "(?:/" + PART + ")*")) {
            Parsed<Image> wrong = Parsed.<Image>wrong("has the repository `" + repository
                            + "`: lower case letters, digits and single `. _ -` between them are legal")
                    .piece(repository);
            String lower = repository.toLowerCase(Locale.ROOT);
            return lower.equals(repository)
                    ? wrong
                    : wrong.perhaps(first + "/" + lower + rest.substring(repository.length()));
        }
        if (colon >= 0 && tag.isEmpty()) {
            return Parsed.<Image>wrong("ends in `:` and names no tag")
                    .advice("write the tag of a version behind it, as in `:7.4`");
        }
        if (colon >= 0 && !tag.matches("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}")) {
            return Parsed.<Image>wrong(
                            "has the tag `" + tag + "`: letters, digits, `_`, `.` and `-` are legal, at most 128")
                    .piece(tag)
                    .advice(
                            tag.contains(":")
                                    ? "write one tag: `\"" + first + "/" + repository + ":"
                                            + tag.substring(0, tag.indexOf(':')) + "\"`"
                                    : "");
        }
        if (at >= 0 && !digest.matches("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}")) {
            return Parsed.<Image>wrong("has the digest `" + digest + "`: sha256 and 64 hexadecimal digits are expected")
                    .piece(digest)
                    .advice("copy the whole digest, or leave out `@" + digest + "`");
        }
        if (tag.isEmpty() && digest.isEmpty()) {
            return Parsed.<Image>wrong("has neither tag nor digest: `latest` would be another image every day")
                    .advice("add the tag of a version, as in `:7.4`");
        }
        return Host.parse(first)
                .within("", "/" + rest)
                .then(registry -> Parsed.of(new Image(registry, repository, tag, digest)));
    }

    /** The same image, as the digest says. */
    public Image pinned(String exactly) {
        return new Image(registry, repository, tag, exactly);
    }

    /** The same image at another place. */
    public Image at(Host other, String path) {
        return new Image(other, path, tag, digest);
    }

    /** The reference in full. */
    public String text() {
        return registry.text() + "/" + repository + (tag.isEmpty() ? "" : ":" + tag)
                + (digest.isEmpty() ? "" : "@" + digest);
    }
}
