package dev.airgapc.proof;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.IpAddress;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.fact.Url;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what names a host in text: the authority of an address, the registry of an image, {@code name.tld:port},
 * {@code user@host}, addresses in numbers; in a text that is nothing else, a dotted name that ends as public ones do.
 */
final class HostNames {
    private static final String NAME =
            "[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9_-]*[A-Za-z0-9])?)+";
    private static final Pattern AUTHORITY = Pattern.compile(
            "[A-Za-z][A-Za-z0-9+.-]*://(?:[^\\s/@\"'<>]*@)?(\\[[0-9A-Fa-f:.]+]|[^\\s/?#\"'<>:,;|)\\]}`\\\\]+)");
    private static final Pattern WITH_PORT =
            Pattern.compile("(?<![A-Za-z0-9_.@/:-])(" + NAME + "):[0-9]{1,5}(?![A-Za-z0-9.-])");
    private static final Pattern LOGIN = Pattern.compile("[A-Za-z0-9._%+$-]+@(" + NAME + ")(?![A-Za-z0-9@])");
    private static final Pattern REFERENCE = Pattern.compile(
            "(?<![A-Za-z0-9_.@/:-])((?:" + NAME
                    + "|localhost|[A-Za-z0-9-]+:[0-9]+)(?::[0-9]+)?/[a-z0-9._/-]+(?::[A-Za-z0-9_][A-Za-z0-9_.-]*|@sha[0-9]+:[0-9a-f]+))");
    private static final Pattern FOUR =
            Pattern.compile("(?<![A-Za-z0-9_.-])([0-9]{1,3}(?:\\.[0-9]{1,3}){3})(?![A-Za-z0-9_-]|\\.[0-9])");
    private static final Pattern SIX =
            Pattern.compile("(?<![A-Za-z0-9:.])([0-9A-Fa-f]{0,4}(?::[0-9A-Fa-f]{0,4}){2,7})(?![A-Za-z0-9:.])");
    /** Sixteen characters and more: shorter pieces of words decode to text by chance. */
    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{16,}={0,2}");

    private static final Pattern WHOLE = Pattern.compile(NAME);

    /** Longer top-level domains that servers are found under; every one of two letters counts too. */
    private static final Set<String> TOP = Set.of(
            "com", "net", "org", "info", "io", "ai", "dev", "app", "cloud", "gov", "edu", "mil", "int", "tech",
            "online", "site", "eu");

    private HostNames() {}

    /** A host that a target wrote as one, and every host that a reader of text would find. */
    static List<Host> of(Scalar value) {
        if (value instanceof Host host) {
            return List.of(host);
        }
        if (value instanceof Url url) {
            return List.of(url.host());
        }
        if (value instanceof UpstreamKey key) {
            return List.of(key.upstream().registry());
        }
        if (value instanceof ImageName name) {
            return List.of(name.written().registry());
        }
        return value instanceof Text text ? in(text.text()) : List.of();
    }

    /** In the order of the text, each once; base64 that is text is read too. */
    static List<Host> in(String text) {
        List<Host> found = new ArrayList<>(plain(text));
        Matcher encoded = BASE64.matcher(text);
        while (encoded.find()) {
            decoded(encoded.group()).ifPresent(inner -> found.addAll(plain(inner)));
        }
        return found.stream().distinct().toList();
    }

    /** What base64 stands for, if that is printable text. */
    private static Optional<String> decoded(String base64) {
        try {
            String text = new String(Base64.getMimeDecoder().decode(base64), StandardCharsets.UTF_8);
            boolean printable =
                    text.chars().allMatch(c -> c == '\n' || c == '\t' || c == '\r' || (c >= ' ' && c < 0x7F));
            return printable ? Optional.of(text) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static List<Host> plain(String text) {
        List<Host> found = new ArrayList<>();
        collect(AUTHORITY, text, found);
        collect(REFERENCE, text, found);
        collect(WITH_PORT, text, found);
        collect(LOGIN, text, found);
        collect(FOUR, text, found);
        Matcher six = SIX.matcher(text);
        while (six.find()) {
            Optional<IpAddress> address = six.group(1).equals("::") ? Optional.empty() : IpAddress.parse(six.group(1));
            address.ifPresent(ignored -> add("[" + six.group(1) + "]", found));
        }
        if (WHOLE.matcher(text).matches() && endsAsPublicOnesDo(text)) {
            add(text, found);
        }
        return found;
    }

    private static void collect(Pattern pattern, String text, List<Host> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            String name = matcher.group(1);
            Optional<Image> image = pattern == REFERENCE ? Image.parse(name).value() : Optional.empty();
            if (image.isPresent()) {
                found.add(image.get().registry());
            } else if (pattern != REFERENCE) {
                add(name, found);
            }
        }
    }

    private static void add(String name, List<Host> found) {
        Host.parse(name).value().ifPresent(found::add);
    }

    private static boolean endsAsPublicOnesDo(String name) {
        String last = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return (last.length() == 2 && last.chars().allMatch(Character::isLetter)) || TOP.contains(last);
    }
}
