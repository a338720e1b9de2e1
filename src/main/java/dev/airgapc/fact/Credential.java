package dev.airgapc.fact;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds text that is shaped like a secret. One table for the language, which refuses such a literal, and for the proof, which
 * refuses such a leaf. The forms are those that the issuers document for secret scanning.
 *
 * @param what what it looks like, for a message
 * @param start UTF-16 offset of the first character that must not be shown
 */
public record Credential(String what, int start, int end) {
    private record Form(String what, Pattern pattern) {}

    private static final List<Form> FORMS = List.of(
            form("a private key", "-----BEGIN [A-Z ]*PRIVATE KEY-----"),
            form("a password in an address", "://[^\\s/@:]*:[^\\s/@]+@"),
            form("an AWS access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            form("a GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{22,})"),
            form("a GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,}"),
            form("a Hugging Face token", "\\bhf_[A-Za-z0-9]{30,}\\b"),
            form("an NGC key", "\\bnvapi-[A-Za-z0-9_-]{40,}"),
            form("a Docker token", "\\bdckr_(?:pat|oat)_[A-Za-z0-9_-]{20,}"),
            form("a private key of age", "(?i)\\bAGE-SECRET-KEY-(?:PQ-)?1[0-9A-Z]{50,}"),
            form("a Slack token", "\\bxox[abeprs]-[A-Za-z0-9-]{10,}"),
            form("a JSON Web Token", "\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]*"),
            form("a docker login", "\"auth\"\\s*:\\s*\"[A-Za-z0-9+/=]{8,}\""));

    /** The first form, wider: what is only covered may be covered once too often. */
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^\\s/@:\"]*:[^@\"\\n]{1,200}@(?!sha)");

    private static final String WORD =
            "(?:password|passwd|secret|token|api[_-]?key|access[_-]?key|secret[_-]?key|private[_-]?key|credentials?)";

    private static final Pattern KEY = Pattern.compile("(?i)(?:^|[_.-])" + WORD + "$");

    /** The same words in the middle of a name; {@code Secret} there names an object, as in {@code existingSecret}. */
    private static final Pattern CAMEL_KEY = Pattern.compile(
            "[a-z0-9](?:Password|Passwd|Token|A[Pp][Ii]Key|AccessKey|SecretKey|PrivateKey|Credentials?)$");

    private static final Pattern SWITCH = Pattern.compile("(?i)0|1|true|false|yes|no|on|off");

    /** What stands in quotes behind such a key. */
    private static final Pattern BEHIND_KEY =
            Pattern.compile("(?i)" + WORD + "\\s*[=:]\\s*(\"[^\"\\n]*\"?|'[^'\\n]*'?)");

    /** What stands bare behind one that holds the secret itself, and is neither a call nor a reference. */
    private static final Pattern BARE_BEHIND_KEY = Pattern.compile(
            "(?i)\\b(?:password|passwd|token|api[_-]?key|access[_-]?key|secret[_-]?key)\\s*[=:]\\s*(?!secret\\.)([^\\s\"'{}(),]+)(?![A-Za-z0-9(-])");

    private static Form form(String what, String regex) {
        return new Form(what, Pattern.compile(regex));
    }

    /** The first piece of the text that has one of the known forms. */
    public static Optional<Credential> in(String text) {
        for (Form form : FORMS) {
            Matcher matcher = form.pattern().matcher(text);
            if (matcher.find()) {
                return Optional.of(new Credential(form.what(), matcher.start(), matcher.end()));
            }
        }
        return Optional.empty();
    }

    /** Whether a key says that its value is a secret: by its last word, unless it names where one is. */
    public static boolean named(String key) {
        return KEY.matcher(key).find() || CAMEL_KEY.matcher(key).find();
    }

    /** The same of a key and its value: a switch is no secret, whatever its key is called. */
    public static boolean named(String key, String value) {
        return named(key) && !SWITCH.matcher(value).matches();
    }

    /** The text with {@code *} for each character that may belong to a secret; as long as it was. */
    public static String masked(String text) {
        StringBuilder out = new StringBuilder(text);
        mask(IN_ADDRESS, text, out);
        mask(BEHIND_KEY, text, out);
        mask(BARE_BEHIND_KEY, text, out);
        FORMS.forEach(form -> mask(form.pattern(), text, out));
        return out.toString();
    }

    private static void mask(Pattern pattern, String text, StringBuilder out) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int group = matcher.groupCount();
            for (int at = matcher.start(group); at < matcher.end(group); at++) {
                out.setCharAt(at, '*');
            }
        }
    }
}
