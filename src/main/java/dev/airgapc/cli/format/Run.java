package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that one command found, in all of its pages.
 *
 * @param version of airgapc
 * @param whole whether every page was read and nothing else failed
 * @param failing what makes the command fail: errors, and warnings if they are denied
 */
public record Run(String version, boolean whole, Set<Severity> failing, List<Checked> pages) {
    public Run {
        failing = Set.copyOf(failing);
        pages = List.copyOf(pages);
    }

    /** A document that is held in memory whole has no more findings; forges refuse larger ones. */
    private static final int MOST = 10_000;

    private record Said(String code, String file, Position at, String message) {
        static Said of(Finding finding) {
            return new Said(
                    finding.code().number(), finding.at().file(), finding.at().start(), finding.message());
        }
    }

    /** All of them; what two pages find in a part that they share is there once. */
    List<Finding> findings() {
        Map<Said, Finding> once = new LinkedHashMap<>();
        pages.stream().flatMap(page -> page.findings().stream()).forEach(one -> once.putIfAbsent(Said.of(one), one));
        return List.copyOf(once.values());
    }

    /** Those that have a place in a document: if they are too many, errors before others. */
    static List<Finding> most(List<Finding> findings) {
        return findings.size() <= MOST
                ? findings
                : findings.stream()
                        .sorted(Comparator.comparing(finding -> finding.code().severity()))
                        .limit(MOST)
                        .toList();
    }

    /** What the pages allow, each once. */
    List<Finding.Allowed> allowed() {
        Map<Said, Finding.Allowed> once = new LinkedHashMap<>();
        pages.stream()
                .flatMap(page -> page.allowed().stream())
                .forEach(one -> once.putIfAbsent(Said.of(one.finding()), one));
        return List.copyOf(once.values());
    }

    static long count(Collection<Finding> findings, Severity severity) {
        return findings.stream()
                .filter(finding -> finding.code().severity() == severity)
                .count();
    }
}
