package dev.airgapc.target.python;

import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.InputFile;
import dev.airgapc.plan.Need;
import dev.airgapc.site.Index;
import java.util.ArrayList;
import java.util.List;

/** Files of requirements beside a page (pypa/pip:docs/html/reference/requirements-file-format.md), each a group of its own. */
final class Requirements {
    private Requirements() {}

    static List<Need> of(Block<Index> index) {
        List<Need> needs = new ArrayList<>();
        int number = 0;
        for (Fact<InputFile> file : index.get(Index.REQUIREMENTS)) {
            number++;
            String group = "index-" + index.name() + "-" + number;
            for (String requirement : lines(file.value().text())) {
                needs.add(new Need.OfPackage(
                        file.map(any -> requirement),
                        group,
                        index,
                        "`" + file.value().path() + "`"));
            }
        }
        return needs;
    }

    /** The requirements of a file: a line that ends in a backslash goes on, a comment begins a line or follows a blank. */
    static List<String> lines(String text) {
        List<String> found = new ArrayList<>();
        for (String line : text.replaceAll("\\\\\\R", " ").lines().toList()) {
            String requirement = line.replaceAll("(^|\\s)#.*", "").strip();
            if (!requirement.isEmpty()) {
                found.add(requirement.replaceAll("\\s+", " "));
            }
        }
        return found;
    }
}
