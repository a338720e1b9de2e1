package dev.airgapc.language;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Inputs;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Tree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The files that a page is made of, in the order in which they count: the base, the parts in the order of their lines, the page.
 *
 * @param ofBase how many of them make up the site that the page extends; 0 if it extends none
 * @param files what lies around the page
 * @param whole whether each file that is named could be read; what another one says of nothing may be said there
 */
public record Layers(List<Layer> all, int ofBase, InputFiles files, boolean whole) {
    public Layers {
        all = List.copyOf(all);
    }

    /**
     * Reads a page and what it extends and imports. A part that is reached twice counts once; paths are relative to the file that
     * writes them.
     *
     * @throws IOException if the page itself cannot be read; any other file that cannot is a diagnostic
     */
    public static Layers of(Path page, Inputs inputs, Report report) throws IOException {
        Path absolute = page.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        InputFiles files = new InputFiles(parent == null ? absolute : parent, inputs);
        return new LayerReader(files, report).read(absolute);
    }

    /** A page of one file, which names no other. */
    static Layers alone(Tree tree) {
        Inputs none = new Inputs(path -> {
            throw new IOException(path + " is not there");
        });
        return new Layers(List.of(new Layer(tree, false, Set.of())), 0, new InputFiles(Path.of(""), none), true);
    }

    /** The page itself. */
    public Tree page() {
        return all.get(all.size() - 1).tree();
    }

    /** The site that the page extends, as if it were alone. */
    public Optional<Layers> base() {
        return ofBase == 0 ? Optional.empty() : Optional.of(new Layers(all.subList(0, ofBase), 0, files, whole));
    }

    /** Whether none of the files says {@code site}: then what they refer to may be elsewhere. */
    public boolean isPart() {
        return all.stream().noneMatch(layer -> LayerReader.isSite(layer.tree()));
    }

    /** The {@code extends} of the page. */
    public Optional<Entry> link() {
        return page().entries().stream()
                .filter(entry -> entry.keyword().text().equals(LayerReader.EXTENDS))
                .findFirst();
    }
}
