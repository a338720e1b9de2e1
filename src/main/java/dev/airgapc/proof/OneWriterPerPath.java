package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.OutputFile;
import dev.airgapc.source.Span;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every path has one writer, on disks that fold case too, and none leaves the output root. */
final class OneWriterPerPath implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        Map<String, OutputFile> byPath = new HashMap<>();
        for (OutputFile file : subject.files()) {
            if (!stays(file.path())) {
                report.add(conflict(subject, file, "`" + file.path() + "` leaves the output folder"));
            }
            OutputFile other = byPath.putIfAbsent(file.path().toLowerCase(Locale.ROOT), file);
            if (other != null) {
                report.add(conflict(
                        subject,
                        file,
                        other.path().equals(file.path())
                                ? "`" + file.path() + "` would be written twice"
                                : "`" + file.path() + "` and `" + other.path()
                                        + "` are one file on a disk that folds case"));
            }
        }
    }

    private static boolean stays(String path) {
        List<String> parts = Arrays.asList(path.split("/", -1));
        return parts.stream()
                .noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals("..") || part.indexOf('\\') >= 0);
    }

    private static Diagnostic conflict(Subject subject, OutputFile file, String message) {
        Span place = file.content().leaves().values().stream()
                .findFirst()
                .map(leaf -> subject.place(leaf.origin()))
                .orElseGet(() -> subject.site().block().heading());
        return Diagnostic.of(ProofCodes.PATH_CONFLICT, place, message).help("give one of the blocks another name");
    }
}
