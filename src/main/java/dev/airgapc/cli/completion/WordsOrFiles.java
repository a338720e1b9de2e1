package dev.airgapc.cli.completion;

import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;

/** Candidates of an argument that may be a file, too. They are made when they are asked for. */
public record WordsOrFiles(Supplier<List<String>> words) implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
        return words.get().iterator();
    }
}
