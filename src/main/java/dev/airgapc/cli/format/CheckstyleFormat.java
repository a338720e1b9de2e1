package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The report of Checkstyle, which servers of CI and bots of reviews read. */
final class CheckstyleFormat implements Format {
    @Override
    public String print(Run run) {
        Map<String, List<Finding>> files = run.findings().stream()
                .collect(
                        Collectors.groupingBy(finding -> finding.at().file(), LinkedHashMap::new, Collectors.toList()));
        StringBuilder out = new StringBuilder(Xml.HEAD).append("<checkstyle version=\"5.0\">\n");
        files.forEach((file, findings) -> {
            out.append("  <file").append(Xml.attribute("name", file)).append(">\n");
            findings.forEach(finding -> out.append(error(finding)));
            out.append("  </file>\n");
        });
        return out.append("</checkstyle>\n").toString();
    }

    private static String error(Finding finding) {
        return "    <error"
                + Xml.attribute("line", finding.at().start().line())
                + Xml.attribute("column", finding.at().start().column())
                + Xml.attribute("severity", severity(finding.code().severity()))
                + Xml.attribute("message", finding.sentences())
                + Xml.attribute("source", finding.code().number())
                + "/>\n";
    }

    private static String severity(Severity severity) {
        return severity == Severity.NOTE ? "info" : severity.word();
    }
}
