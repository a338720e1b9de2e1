package dev.airgapc.cli.format;

import dev.airgapc.fact.Credential;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Covers what may be a secret, in lines of pages and in words about them. Every format goes through it. */
final class Masking {
    /** Longer words are cut: they hold text of a page. */
    private static final int LONGEST = 500;

    /** A shorter piece is in too many words to be looked for. */
    private static final int SHORTEST = 4;

    private final Collection<Span> concealed;
    private final List<String> secrets;
    private final Map<Source, String> covered = new HashMap<>();
    private final Map<String, String> said = new HashMap<>();

    /** @param concealed every piece of the sources that may be a secret */
    Masking(Collection<Span> concealed) {
        this.concealed = concealed;
        this.secrets = concealed.stream()
                .flatMap(span -> span.text().lines())
                .map(line -> line.replaceAll("^[\\s\"']+|[\\s\"']+$", ""))
                .filter(line -> line.length() >= SHORTEST)
                .distinct()
                .toList();
    }

    /** A line of a source, as long as it was. */
    String line(Source source, int number) {
        String line = source.line(number);
        String all = covered.computeIfAbsent(source, this::cover);
        StringBuilder out = new StringBuilder(Credential.masked(line));
        for (int at = 0; at < line.length(); at++) {
            if (all.charAt(source.start(number) + at) == '*') {
                out.setCharAt(at, '*');
            }
        }
        return out.toString();
    }

    /** A message, a label, a remedy or a reason: none is longer than a few lines. */
    String words(String words) {
        return said.computeIfAbsent(words, this::withoutSecrets);
    }

    private String withoutSecrets(String words) {
        String safe = Credential.masked(words);
        for (String secret : secrets) {
            safe = safe.replace(secret, "*".repeat(secret.length()));
        }
        return cut(safe);
    }

    /** Whether a piece of a source, or a text that is to take its place, may hold a secret. */
    boolean touches(Span at, String text) {
        return !Credential.masked(text).equals(text)
                || secrets.stream().anyMatch(text::contains)
                || concealed.stream()
                        .anyMatch(secret -> secret.source() == at.source()
                                && secret.start() <= at.end()
                                && at.start() <= secret.end());
    }

    /** The beginning of a text that is longer than anybody reads; no character is cut in two. */
    static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        return text.substring(0, LONGEST - (Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? 1 : 0)) + "…";
    }

    private String cover(Source source) {
        StringBuilder text = new StringBuilder(source.text());
        for (Span secret : concealed) {
            for (int at = secret.start(); secret.source() == source && at < secret.end(); at++) {
                if (text.charAt(at) != '\n') {
                    text.setCharAt(at, '*');
                }
            }
        }
        return text.toString();
    }
}
