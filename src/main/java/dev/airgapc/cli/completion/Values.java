package dev.airgapc.cli.completion;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;

/** What may stand in one place: some words, some files, or what nobody can guess. */
record Values(List<String> words, Files files) {
    Values {
        words = List.copyOf(words);
    }

    /** Which files. */
    enum Files {
        NONE,
        /** Pages, and folders on the way to them. */
        PAGES,
        FOLDERS,
        ANY
    }

    static Values of(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates != null) {
            candidates.forEach(words::add);
        }
        return new Values(words, candidates instanceof WordsOrFiles ? Files.ANY : files(argument.paramLabel()));
    }

    private static Files files(String label) {
        return switch (label) {
            case "FILE", "PAGE" -> Files.PAGES;
            case "DIR" -> Files.FOLDERS;
            default -> Files.NONE;
        };
    }
}
