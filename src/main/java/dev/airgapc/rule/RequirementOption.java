package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.InputFile;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Index;
import dev.airgapc.site.Requirements;
import dev.airgapc.site.Site;
import java.util.Optional;

/**
 * A file of requirements lists packages. A line that begins with a hyphen says where they come from, or names another file that is not read;
 * within the gap the index decides, and an agent drops such lines (clearml/clearml-agent:clearml_agent/external/requirements_parser/parser.py).
 */
final class RequirementOption implements SiteRule<Index> {
    @Override
    public Code code() {
        return Code.error("AG0557", "requirement-option");
    }

    @Override
    public Kind<Index> subject() {
        return Index.KIND;
    }

    @Override
    public void check(Block<Index> index, Site site, Report report) {
        for (Fact<InputFile> file : index.get(Index.REQUIREMENTS)) {
            Optional<String> option = Requirements.of(file.value()).stream()
                    .filter(line -> line.startsWith("-"))
                    .findFirst();
            option.ifPresent(line -> report.add(Diagnostic.of(
                            code(),
                            Spans.of(file),
                            "`" + file.value().path() + "` has an option, `" + line.replaceAll("[\\s=].*", "")
                                    + "`, and a list holds packages alone")
                    .help("remove the line; name another list in `requirements` by itself")));
        }
    }
}
