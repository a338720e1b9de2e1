package dev.airgapc.compile;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What would change, as a patch that {@code git apply} takes. */
public final class Patch {
    private static final int CONTEXT = 3;

    /** Stands behind a last line that has no newline, until the hunks are made. */
    private static final String UNENDED = "\uE002";

    private final String root;
    private final StringBuilder out = new StringBuilder();

    private Patch(String root) {
        this.root = root;
    }

    /**
     * The patch; empty if nothing would change.
     *
     * @param root how the output root is reached from where the patch is applied, with a slash at its end
     */
    public static String of(OutputTree tree, Rendering rendering, String root) throws IOException {
        Patch patch = new Patch(root);
        Lock before = tree.lock().orElseGet(() -> new Lock("", List.of(), List.of()));
        TreeSet<String> paths = new TreeSet<>(rendering.contents().keySet());
        before.outputs().forEach(output -> paths.add(output.path()));
        for (String path : paths) {
            Optional<OutputTree.Found> found = tree.find(path);
            Optional<OutputTree.Found> wanted = Optional.ofNullable(
                            rendering.contents().get(path))
                    .map(bytes -> new OutputTree.Found(
                            new String(bytes, StandardCharsets.UTF_8), rendering.executable(path)));
            boolean kept = wanted.isEmpty() && !tree.removable(path, before);
            if (!kept && !found.equals(wanted)) {
                patch.file(path, found, wanted);
            }
        }
        return patch.out.toString();
    }

    /**
     * The patch of one file that stays what it is but for its text.
     *
     * @param name how it is reached from where the patch is applied
     */
    static String of(String name, String before, String after, boolean executable) {
        Patch patch = new Patch("");
        patch.file(
                name,
                Optional.of(new OutputTree.Found(before, executable)),
                Optional.of(new OutputTree.Found(after, executable)));
        return patch.out.toString();
    }

    private void file(String path, Optional<OutputTree.Found> found, Optional<OutputTree.Found> wanted) {
        String name = root + path;
        out.append("diff --git a/").append(name).append(" b/").append(name).append('\n');
        if (found.isEmpty()) {
            out.append("new file mode ").append(mode(wanted)).append('\n');
        } else if (wanted.isEmpty()) {
            out.append("deleted file mode ").append(mode(found)).append('\n');
        } else if (!mode(found).equals(mode(wanted))) {
            out.append("old mode ")
                    .append(mode(found))
                    .append("\nnew mode ")
                    .append(mode(wanted))
                    .append('\n');
        }
        List<String> old = lines(found);
        List<String> now = lines(wanted);
        List<String> diff = UnifiedDiffUtils.generateUnifiedDiff(
                found.isEmpty() ? "/dev/null" : "a/" + name,
                wanted.isEmpty() ? "/dev/null" : "b/" + name,
                old,
                DiffUtils.diff(old, now),
                CONTEXT);
        diff.forEach(line -> out.append(line.replace(UNENDED, "\n\\ No newline at end of file"))
                .append('\n'));
    }

    private static String mode(Optional<OutputTree.Found> file) {
        return file.filter(OutputTree.Found::executable).isPresent() ? "100755" : "100644";
    }

    private static List<String> lines(Optional<OutputTree.Found> file) {
        String text = file.map(OutputTree.Found::text).orElse("");
        if (text.isEmpty()) {
            return List.of();
        }
        String ended = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text + UNENDED;
        return Arrays.asList(ended.split("\n", -1));
    }
}
