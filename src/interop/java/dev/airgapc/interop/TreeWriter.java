package dev.airgapc.interop;

import dev.airgapc.compile.Destination;
import dev.airgapc.compile.OutputTree;
import dev.airgapc.compile.Rendering;
import dev.airgapc.output.Header;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Printed;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A program that does nothing but write a folder as a compile does: it starts fast, so that it can be killed often. */
final class TreeWriter {
    /** Of a state {@code old} or {@code new}: one file stays, two change, one goes with its folder and one comes with its own. None says whose it is. */
    static Rendering rendering(String state) {
        Map<String, String> texts = new TreeMap<>(Map.of(
                "inside/stays.csv",
                "the same\n",
                "inside/changes.json",
                ("\"" + state + "\"\n").repeat(1000),
                "inside/run.sh",
                "#!/bin/sh\necho " + state + "\n",
                "inside/" + state + "/here.csv",
                state + "\n"));
        List<OutputFile> files = texts.entrySet().stream()
                .map(file -> new OutputFile(
                        file.getKey(),
                        Side.INSIDE,
                        file.getKey().endsWith(".sh") ? Program.BASH : Program.PEOPLE,
                        (content, header) -> new Printed(file.getValue(), List.of()),
                        Mapping.EMPTY))
                .toList();
        Path page = Path.of("site.ag");
        return Rendering.of(
                files,
                new Destination(Path.of(""), new Header("site.ag", "site.ag")),
                page,
                Map.of(page, state.getBytes(StandardCharsets.UTF_8)),
                "0.1");
    }

    private TreeWriter() {}

    /** Writes a state into a folder; ends with 3 and a line if it cannot. */
    public static void main(String[] folderAndState) {
        try {
            new OutputTree(Path.of(folderAndState[0])).write(rendering(folderAndState[1]), false);
        } catch (IOException e) {
            System.err.println(e);
            System.exit(3);
        }
    }
}
