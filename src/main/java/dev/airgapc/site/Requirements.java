package dev.airgapc.site;

import dev.airgapc.language.InputFile;
import java.util.ArrayList;
import java.util.List;

/** A file of requirements beside a page (pypa/pip:docs/html/reference/requirements-file-format.md). */
public final class Requirements {
    private Requirements() {}

    /** The lines of a file: one that ends in a backslash goes on, a comment begins a line or follows a blank. */
    public static List<String> of(InputFile file) {
        List<String> found = new ArrayList<>();
        for (String line : file.text().replaceAll("\\\\\\R", " ").lines().toList()) {
            String requirement = line.replaceAll("(^|\\s)#.*", "").strip();
            if (!requirement.isEmpty()) {
                found.add(requirement.replaceAll("\\s+", " "));
            }
        }
        return found;
    }
}
