package dev.airgapc.compile;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.diagnostic.Severity;
import dev.airgapc.diagnostic.Similar;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.Comment;
import dev.airgapc.syntax.Tree;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Warnings that a page allows, each at its place and with a reason: {@code # airgapc: allow AG0411 -- loaded anew every night},
 * at the end of the warning's line or alone on the line above.
 */
final class Suppressions {
    static final Code MALFORMED = Code.error("AG0804", "malformed-suppression");
    static final Code UNUSED = Code.warning("AG0805", "unused-suppression");
    static final List<Code> ALL = List.of(MALFORMED, UNUSED);

    private static final Pattern ADDRESSED = Pattern.compile("#\\s*airgapc\\s*:.*");
    private static final Pattern ALLOW =
            Pattern.compile("#\\s*airgapc\\s*:\\s*allow\\s+([A-Za-z0-9]+)\\s+--\\s*(\\S.*)");
    private static final String FORM = "write `# airgapc: allow AG0411 -- ` and the reason";

    private final Report report;
    private final boolean complete;

    private Suppressions(Report report, boolean complete) {
        this.report = report;
        this.complete = complete;
    }

    /**
     * Takes back what the files of a page allow.
     *
     * @param page the page itself: what it allows in vain is told; what a part allows may be of use to another page
     * @param complete whether everything that could be found was looked for
     */
    static void apply(List<Tree> files, Tree page, Report report, boolean complete) {
        Suppressions suppressions = new Suppressions(report, complete && !report.hasErrors());
        for (Tree file : files) {
            file.comments().stream()
                    .filter(comment -> ADDRESSED.matcher(comment.text()).matches())
                    .forEach(comment -> suppressions.apply(comment, file.source() == page.source()));
        }
    }

    private void apply(Comment comment, boolean ofPage) {
        Matcher allow = ALLOW.matcher(comment.text());
        if (!allow.matches()) {
            report.add(Diagnostic.of(
                            MALFORMED,
                            comment.span(),
                            comment.text().contains("--") || !comment.text().contains("allow")
                                    ? "a comment to airgapc allows one warning"
                                    : "what is allowed has a reason")
                    .help(FORM));
            return;
        }
        String number = allow.group(1);
        Optional<Code> code = Codes.all().stream()
                .filter(known -> known.number().equals(number))
                .findFirst();
        if (code.isEmpty()) {
            List<String> numbers = Codes.all().stream().map(Code::number).toList();
            report.add(Diagnostic.of(MALFORMED, comment.span(), "there is no code `" + number + "`")
                    .help(Similar.to(number, numbers)
                            .map(near -> "did you mean `" + near + "`?")
                            .orElse("the warning itself says its code")));
            return;
        }
        if (code.get().severity() == Severity.ERROR) {
            report.add(Diagnostic.of(
                            MALFORMED, comment.span(), "`" + number + "` is an error, and errors cannot be allowed")
                    .help("mend what it says, and remove this comment"));
            return;
        }
        allow(comment, code.get(), allow.group(2), ofPage);
    }

    private void allow(Comment comment, Code code, String reason, boolean ofPage) {
        Source source = comment.span().source();
        int line = concerned(comment);
        List<Diagnostic> allowed = report.sorted().stream()
                .filter(found -> found.code().equals(code)
                        && found.at().source() == source
                        && found.at().line() == line)
                .toList();
        allowed.forEach(found -> report.suppress(found, reason.strip()));
        if (allowed.isEmpty() && ofPage && complete) {
            report.add(Diagnostic.of(
                            UNUSED, comment.span(), "`" + code.number() + "` is not found here, so nothing is allowed")
                    .help("remove this comment")
                    .fix(Fix.safe("remove this comment", comment.span(), "")));
        }
    }

    /** The line of the comment, or the next one that holds more than a comment if it stands alone. */
    private static int concerned(Comment comment) {
        Source source = comment.span().source();
        int line = comment.span().line();
        if (!source.line(line).strip().startsWith("#")) {
            return line;
        }
        int next = line + 1;
        while (next < source.lines()
                && (source.line(next).isBlank() || source.line(next).strip().startsWith("#"))) {
            next++;
        }
        return next;
    }
}
