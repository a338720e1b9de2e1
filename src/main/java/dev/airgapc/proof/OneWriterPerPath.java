package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.OutputFile;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Every path has one writer, on disks that fold case and spell accents in their own way too, and no file is a folder of others. */
final class OneWriterPerPath implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        Map<String, OutputFile> byPath = new LinkedHashMap<>();
        for (OutputFile file : subject.files()) {
            OutputFile other = byPath.putIfAbsent(folded(file.path()), file);
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
        byPath.forEach((path, file) -> {
            for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
                OutputFile folder = byPath.get(path.substring(0, slash));
                if (folder != null) {
                    report.add(conflict(
                            subject,
                            file,
                            "`" + folder.path() + "` is a file, and `" + file.path() + "` lies below it"));
                }
            }
        });
    }

    /** Upper case first: some letters have one lower case each and one upper case together. */
    private static String folded(String path) {
        return Normalizer.normalize(path, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static Diagnostic conflict(Subject subject, OutputFile file, String message) {
        return Diagnostic.of(ProofCodes.PATH_CONFLICT, subject.place(file), message)
                .help("give one of the blocks another name");
    }
}
