package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Text;
import dev.airgapc.output.OutputFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** No value is one that a page of the vendor's left for the reader to fill in. */
final class NoPlaceholder implements Promise {
    private static final Pattern PLACEHOLDER = Pattern.compile("<[A-Z][A-Z0-9_ ]*>|^###$");

    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            file.content().leaves().forEach((pointer, leaf) -> {
                Matcher found = PLACEHOLDER.matcher(leaf.value() instanceof Text text ? text.text() : "");
                if (found.find()) {
                    report.add(Diagnostic.of(
                                    ProofCodes.PLACEHOLDER,
                                    subject.place(leaf.origin(), found.group()),
                                    "`" + found.group() + "` is a place to fill in, and no value")
                            .label("it would stand in " + file.path() + ":" + pointer)
                            .help("write the value of this site"));
                }
            });
        }
    }
}
