package dev.airgapc.cli.format;

import java.util.Collection;
import java.util.List;

/**
 * A suite of tests for each page: a case for each finding, and one that passes for a page without any, so that nobody reads "no
 * tests". What does not make the command fail passes, and says its words. The form is described at {@code
 * testmoapp/junitxml:README.md}.
 */
final class JunitFormat implements Format {
    @Override
    public String print(Run run) {
        long cases = run.pages().stream()
                .mapToLong(page -> Math.max(1, page.findings().size()))
                .sum();
        long failures = run.pages().stream()
                .mapToLong(page -> failures(page.findings(), run))
                .sum();
        StringBuilder out = new StringBuilder(Xml.HEAD)
                .append("<testsuites")
                .append(counted("airgapc", cases, failures))
                .append(">\n");
        run.pages().forEach(page -> suite(page, run, out));
        return out.append("</testsuites>\n").toString();
    }

    private static void suite(Checked page, Run run, StringBuilder out) {
        List<Finding> findings = page.findings();
        out.append("  <testsuite")
                .append(counted(page.page(), Math.max(1, findings.size()), failures(findings, run)))
                .append(">\n");
        if (findings.isEmpty()) {
            out.append("    <testcase")
                    .append(Xml.attribute("name", "in order"))
                    .append(Xml.attribute("classname", page.page()))
                    .append("/>\n");
        }
        findings.forEach(finding -> test(finding, run, out));
        out.append("  </testsuite>\n");
    }

    private static void test(Finding finding, Run run, StringBuilder out) {
        String number = finding.code().number();
        out.append("    <testcase")
                .append(Xml.attribute("name", number + " at " + finding.at().shown()))
                .append(Xml.attribute("classname", finding.at().file()))
                .append(">\n");
        String words = finding.at().shown() + ": " + finding.sentences();
        if (fails(finding, run)) {
            out.append("      <failure")
                    .append(Xml.attribute("message", finding.message()))
                    .append(Xml.attribute("type", number))
                    .append('>')
                    .append(Xml.escape(words))
                    .append("</failure>\n");
        } else {
            out.append("      <system-out>")
                    .append(Xml.escape(finding.code().severity().word() + ": " + words))
                    .append("</system-out>\n");
        }
        out.append("    </testcase>\n");
    }

    private static String counted(String name, long tests, long failures) {
        return Xml.attribute("name", name)
                + Xml.attribute("tests", tests)
                + Xml.attribute("failures", failures)
                + Xml.attribute("errors", 0);
    }

    private static long failures(Collection<Finding> findings, Run run) {
        return findings.stream().filter(finding -> fails(finding, run)).count();
    }

    private static boolean fails(Finding finding, Run run) {
        return run.failing().contains(finding.code().severity());
    }
}
