package dev.airgapc.proof;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.ImagePath;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamHost;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.fact.Url;
import dev.airgapc.output.Leaf;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what names a host in text: the authority of an address, the registry of an image, {@code name.tld:port},
 * {@code user@host}, addresses in numbers; in a text that is nothing else, or the value of an argument, or one of a list, a dotted
 * name that ends as public ones do.
 */
final class HostNames {
    private static final String NAME =
            "[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+";
    private static final String VARIABLE =
            "\\$\\{[^}\\s]*}|\\$\\([^)\\s]*\\)|\\$[A-Za-z_][A-Za-z0-9_]*|\\{\\{[^}]*}}|\\{[^}\\s]*}|%[sdv]|\\*";
    private static final Pattern VARIABLES = Pattern.compile(VARIABLE);
    private static final Pattern AUTHORITY =
            Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://(?:[^\\s/@\"'<>]*@)?(\\[[0-9A-Fa-f:.]+]|(?:" + VARIABLE
                    + "|[^\\s/?#\"'<>:,;|)\\]}`\\\\])+)");
    private static final Pattern WITHOUT_SCHEME =
            Pattern.compile("(?<![A-Za-z0-9_:/.~}])//(" + NAME + ")(?=[/:?#\\s\"']|$)");
    private static final Pattern WITH_PORT =
            Pattern.compile("(?<![A-Za-z0-9_.@/:\\\\-])(" + NAME + "):[0-9]{1,5}(?![A-Za-z0-9.-])");
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._%+$-]+@(" + NAME + ")(?![A-Za-z0-9@])");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![A-Za-z0-9_.@/:\\\\-])((?:" + NAME
                    + "|localhost|[A-Za-z0-9-]+:[0-9]+)(?::[0-9]+)?/[a-z0-9._/-]+(?::[A-Za-z0-9_][A-Za-z0-9_.-]*|@sha[0-9]+:[0-9a-f]+))");
    private static final Pattern FOUR =
            Pattern.compile("(?<![A-Za-z0-9_.-])([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?![A-Za-z0-9_-]|\\.[0-9])");
    private static final Pattern SIX =
            Pattern.compile("(?<![A-Za-z0-9:.])([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![A-Za-z0-9:.])");

    private static final Pattern WHOLE = Pattern.compile("(?:\\*?\\.)?(" + NAME + ")\\.?(?::[0-9]+)?");
    private static final Pattern ARGUMENT =
            Pattern.compile("(?:^|[\\s\"'])(?:-{1,2})?[A-Za-z][A-Za-z0-9_.-]*=([^\\s\"']+)");
    private static final Pattern COMMAS = Pattern.compile("\\s*[,;]\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern LISTED = Pattern.compile(
            "(?:\\*?\\.)?[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*(?::[0-9]+)?(?:/[0-9]+)?|[0-9A-Fa-f:]+(?:/[0-9]+)?|\\[[^]]*](?::[0-9]+)?");

    /** {@code name/path} without a tag: an image where one is expected, or deeper than the key of a label can be. */
    private static final Pattern UNTAGGED =
            Pattern.compile("((?:" + NAME + "|localhost)(?::[0-9]+)?)/([a-z0-9._-]+/)?[a-z0-9._/-]+");

    private static final Pattern IMAGE_KEY = Pattern.compile("(?i).*(?:image|repository|registry)(?:name)?");

    /** Longer top-level domains that servers are found under; every one of two letters counts too. */
    private static final Set<String> TOP = Set.of(
            "com",
            "net",
            "org",
            "info",
            "io",
            "ai",
            "dev",
            "app",
            "cloud",
            "gov",
            "edu",
            "mil",
            "int",
            "tech",
            "online",
            "site",
            "eu",
            "aws",
            "xyz",
            "download",
            "run");

    /** Countries that files of programs end like: in a list or an argument, such a name is a file. */
    private static final Set<String> SUFFIXES = Set.of("py", "sh", "md", "rs", "pl", "so", "cc", "ps", "mk", "tf");

    private HostNames() {}

    /**
     * What a text names.
     *
     * @param text as it stands there
     * @param host nothing if the name is none that a page could declare: another alphabet, a label that no name server takes
     */
    record Named(String text, Optional<Host> host) {}

    /**
     * A host that a target wrote as one, and every host that a reader of text would find.
     *
     * @param leaves all of a file: behind {@code image}, {@code repository} and {@code registry} a path begins with a host, unless
     *     the registry stands beside it
     */
    static List<Named> of(Map<String, Leaf> leaves, String pointer) {
        Scalar value = Objects.requireNonNull(leaves.get(pointer)).value();
        if (value instanceof Host host) {
            return List.of(named(host));
        }
        if (value instanceof Url url) {
            List<Named> found = new ArrayList<>(List.of(named(url.host())));
            found.addAll(in(url.path()));
            return found;
        }
        if (value instanceof UpstreamKey key) {
            return List.of(named(key.upstream().registry()));
        }
        if (value instanceof ImageName name) {
            return List.of(named(name.written().registry()));
        }
        if (value instanceof ImagePath path) {
            return List.of(named(path.name().written().registry()));
        }
        if (value instanceof UpstreamHost) {
            return List.of();
        }
        int key = pointer.lastIndexOf('/') + 1;
        String beside = pointer.substring(0, key) + "registry";
        boolean below = !pointer.equals(beside) && leaves.containsKey(beside);
        boolean image = IMAGE_KEY.matcher(pointer.substring(key)).matches();
        return in(value.text(), value instanceof Text, image, below);
    }

    /** The same of a text that stands alone, in its order, each once. */
    static List<Named> in(String text) {
        return in(text, true, false, false);
    }

    private static List<Named> in(String text, boolean whole, boolean image, boolean below) {
        Finder finder = new Finder();
        for (String reading : Readings.of(text)) {
            finder.free(reading);
            if (whole) {
                finder.whole(reading);
            }
            if (whole && !below) {
                finder.untagged(reading, image);
            }
        }
        return finder.found();
    }

    private static Named named(Host host) {
        return new Named(host.text(), Optional.of(host));
    }

    /** Collects what one value names. */
    private static final class Finder {
        private final Map<String, Named> found = new LinkedHashMap<>();

        List<Named> found() {
            return List.copyOf(found.values());
        }

        /** What names a host wherever it stands. */
        void free(String text) {
            each(AUTHORITY, text, this::authority);
            each(WITHOUT_SCHEME, text, this::likePublic);
            each(REFERENCE, text, name -> Image.parse(name).value().ifPresent(image -> add(image.registry())));
            each(WITH_PORT, text, this::parsed);
            each(LOGIN, text, this::parsed);
            each(FOUR, text, this::parsed);
            each(SIX, text, name -> {
                if (!name.equals("::")) {
                    parsed("[" + name + "]");
                }
            });
            each(ARGUMENT, text, this::list);
        }

        /** What names one if nothing else stands there. */
        void whole(String text) {
            Matcher one = WHOLE.matcher(text);
            if (one.matches()) {
                likePublic(one.group(1));
            }
            list(text);
        }

        /** An image without its tag. */
        void untagged(String text, boolean image) {
            Matcher matcher = UNTAGGED.matcher(text);
            boolean deep = matcher.matches() && matcher.group(2) != null && endsAsPublicOnesDo(matcher.group(1));
            if (deep || (image && matcher.matches())) {
                parsed(matcher.group(1));
            }
        }

        /** A list of names: every part of it could be one. Blanks part words too, so there each part has a dot. */
        private void list(String text) {
            List<String> parts = List.of(COMMAS.split(text, -1));
            boolean commas = parts.size() > 1;
            parts = commas ? parts : List.of(BLANKS.split(text.strip(), -1));
            if (parts.stream()
                    .allMatch(part -> part.isEmpty()
                            || (LISTED.matcher(part).matches()
                                    && (commas || part.contains(".") || part.equals("localhost"))))) {
                for (String part : parts) {
                    Matcher one = WHOLE.matcher(part);
                    if (one.matches() && !SUFFIXES.contains(last(one.group(1)))) {
                        likePublic(one.group(1));
                    }
                }
            }
        }

        private interface Seen {
            void name(String name);
        }

        private static void each(Pattern pattern, String text, Seen seen) {
            Matcher matcher = pattern.matcher(text);
            while (matcher.find()) {
                seen.name(matcher.group(1));
            }
        }

        /** The host of an address; what a variable or a pattern leaves open is left out, and the domain behind it counts. */
        private void authority(String written) {
            String name = written.replaceAll("\\.+$", "");
            Matcher variables = VARIABLES.matcher(name);
            int open = -1;
            while (variables.find()) {
                open = variables.end();
            }
            int dot = name.indexOf('.', Math.max(open, 0));
            String known = open < 0 ? name : dot < 0 ? "" : "any" + name.substring(dot);
            parsed(known);
            if (!known.isEmpty() && Host.parse(known).value().isEmpty()) {
                found.putIfAbsent(known, new Named(known, Optional.empty()));
            }
        }

        private void likePublic(String name) {
            if (endsAsPublicOnesDo(name)) {
                parsed(name);
            }
        }

        private void parsed(String name) {
            Host.parse(name).value().ifPresent(this::add);
        }

        private void add(Host host) {
            found.putIfAbsent(host.text(), named(host));
        }
    }

    private static boolean endsAsPublicOnesDo(String name) {
        String last = last(name.replaceFirst(":[0-9]+$", ""));
        return (last.length() == 2 && last.chars().allMatch(Character::isLetter)) || TOP.contains(last);
    }

    private static String last(String name) {
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
