package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.output.OutputFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * No path leaves the output root, and every path can be written and committed anywhere: on disks that reserve names, by Git, beside
 * the lock.
 */
final class PortablePaths implements Promise {
    /** What Windows keeps for devices, whatever stands behind the first dot. */
    private static final Pattern DEVICE =
            Pattern.compile("(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\\$|conout\\$)(?: *\\..*)?");

    private static final Pattern ILLEGAL = Pattern.compile("[\\\\<>:\"|?*\\p{Cntrl}]");

    /** The bytes that a part of a path may have on the disks of Linux, less those that a temporary name adds. */
    private static final int LONGEST = 230;

    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            List.of(file.path().split("/", -1)).stream()
                    .flatMap(part -> wrong(part).stream())
                    .findFirst()
                    .ifPresent(why -> report.add(Diagnostic.of(
                                    ProofCodes.PATH_CONFLICT,
                                    subject.place(file),
                                    "`" + file.path().replaceAll("\\p{Cntrl}", "?") + "` " + why)
                            .help("give the block another name")));
        }
    }

    private static Optional<String> wrong(String part) {
        if (part.isEmpty() || part.equals(".") || part.equals("..")) {
            return Optional.of("leaves the output folder");
        }
        if (ILLEGAL.matcher(part).find()) {
            return Optional.of("holds a character that some disks cannot write");
        }
        if (part.endsWith(".") || part.endsWith(" ")) {
            return Optional.of("has a part that ends with a " + (part.endsWith(".") ? "dot" : "space")
                    + ", which some disks take away");
        }
        if (DEVICE.matcher(part).matches()) {
            return Optional.of("has the part `" + part + "`, which is a device on some systems");
        }
        if (part.equalsIgnoreCase(".git") || part.equalsIgnoreCase("git~1")) {
            return Optional.of("lies where Git keeps its own files");
        }
        if (part.equalsIgnoreCase("airgapc.lock.json") || part.equalsIgnoreCase(".airgapc-unfinished")) {
            return Optional.of("has the name of the lock, or of the notes of a compile");
        }
        return part.getBytes(StandardCharsets.UTF_8).length > LONGEST
                ? Optional.of("has a part of more than " + LONGEST + " bytes")
                : Optional.empty();
    }
}
