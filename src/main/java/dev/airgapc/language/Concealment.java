package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Credential;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Tree;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which pieces of a page may be secrets, whatever else is wrong around them. */
final class Concealment {
    private static final String STRING = "(?:\"(?:[^\"\\\\\\n]|\\\\.)*\"?|'[^'\\n]*'?)";

    /** Something in quotes, closed or not; in a group, unless it is the first argument of a call that says where one is read. */
    private static final Pattern QUOTED =
            Pattern.compile("\\b(?:env|file|vault|external|existing)\\(\\s*" + STRING + "|(" + STRING + ")");

    /** Something bare in the place of a secret: no call, no block. */
    private static final Pattern BARE = Pattern.compile("([A-Za-z-]+)\\s*[=:]\\s*([^\\s\"'{}(),=]+)(?![A-Za-z0-9(-])");

    private Concealment() {}

    /** A secret in a comment is in the file all the same. */
    static void ofComments(Tree tree, Report report) {
        tree.comments()
                .forEach(comment -> Credential.in(comment.text()).ifPresent(found -> {
                    Span at = comment.span()
                            .source()
                            .span(
                                    comment.span().start() + found.start(),
                                    comment.span().start() + found.end());
                    report.add(Diagnostic.of(
                                    LanguageCodes.TYPED_SECRET,
                                    at,
                                    "a comment holds " + found.what() + ", and a page never holds a secret")
                            .help("remove it, and change this secret now: it has been in a file")
                            .concealed());
                }));
    }

    /**
     * Conceals what stands in quotes in a block that nobody may type into. The text is searched, not the tree, because what could
     * not be parsed counts too; and so does a near miss of the kind.
     */
    static void of(Entry entry, Kinds kinds, Report report) {
        String word = subject(entry);
        Optional<Kind<?>> kind =
                kinds.find(word).or(() -> Similar.to(word, kinds.names()).flatMap(kinds::find));
        if (kind.filter(Kind::isConfidential).isEmpty()) {
            return;
        }
        Source source = entry.span().source();
        Matcher quoted = QUOTED.matcher(source.text()).region(entry.span().start(), endOfLine(entry.span()));
        while (quoted.find()) {
            if (quoted.group(1) != null) {
                report.conceal(source.span(quoted.start(1), quoted.end(1)));
            }
        }
        Matcher bare = BARE.matcher(source.text()).region(entry.span().start(), endOfLine(entry.span()));
        while (bare.find()) {
            if (Credential.named(bare.group(1))) {
                report.conceal(source.span(bare.start(2), bare.end(2)));
            }
        }
    }

    /** The kind that an entry is about: of {@code amend secret x} it is the second word. */
    private static String subject(Entry entry) {
        boolean amends =
                Amendments.is(entry) && !((Entry.Statement) entry).labels().isEmpty();
        Optional<String> second =
                amends ? Labels.word(((Entry.Statement) entry).labels().get(0)) : Optional.empty();
        return second.orElse(entry.keyword().text());
    }

    private static int endOfLine(Span span) {
        int end = span.source().text().indexOf('\n', span.end());
        return end < 0 ? span.source().text().length() : end;
    }
}
