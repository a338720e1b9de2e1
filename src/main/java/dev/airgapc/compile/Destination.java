package dev.airgapc.compile;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.output.Header;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.source.Span;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Where a site is compiled to.
 *
 * @param root the folder of all its outputs
 * @param header what they say of themselves
 */
public record Destination(Path root, Header header) {
    public static final Code SHARED_OUTPUT = Code.error("AG0508", "shared-output");

    /**
     * {@code generated/<site>} beside the page, the folder that the page names, or {@code <site>} below a folder that the user
     * names. Outputs never say where the last one is: two users would get two texts.
     */
    public static Destination of(Path page, Optional<Path> out, Site site) {
        String name = fileName(page);
        if (out.isPresent()) {
            return new Destination(out.get().resolve(site.name()), new Header(name, name));
        }
        Path root = site.all(Outputs.KIND).stream()
                .flatMap(outputs -> outputs.get(Outputs.DIRECTORY).stream())
                .map(directory -> page.resolveSibling(source(directory)).resolveSibling(directory.value()))
                .findFirst()
                .orElseGet(() -> page.resolveSibling("generated").resolve(site.name()));
        Path from = root.toAbsolutePath().normalize();
        String back =
                from.relativize(page.toAbsolutePath().normalize()).toString().replace('\\', '/');
        return new Destination(root, new Header(back, name));
    }

    private static String source(Fact<String> directory) {
        return directory.origin().written().orElseThrow().span().source().name();
    }

    /**
     * What to say of the second of two sites that have one folder.
     *
     * @param folder the folder, as the user would name it
     */
    public static Diagnostic shared(Site first, Site second, String folder) {
        return Diagnostic.of(
                        SHARED_OUTPUT,
                        name(second),
                        "this site would be written over another one, into `" + folder + "`")
                .related(name(first), "the other one")
                .help("give one of them another `name`");
    }

    private static Span name(Site site) {
        return site.block().get(SiteBlock.NAME).origin().written().orElseThrow().span();
    }

    /** What was read, by path as the lock spells it: the page first, the rest in the order of reading. */
    Map<String, byte[]> inputs(Path page, Map<Path, byte[]> read) {
        Map<String, byte[]> inputs = new LinkedHashMap<>();
        String folder = header.source()
                .substring(0, header.source().length() - fileName(page).length());
        Path base = page.toAbsolutePath().normalize().getParent();
        read.forEach((path, bytes) -> {
            Path file = path.toAbsolutePath().normalize();
            inputs.put(
                    folder
                            + (base == null ? file : base.relativize(file))
                                    .toString()
                                    .replace('\\', '/'),
                    bytes);
        });
        return inputs;
    }

    private static String fileName(Path page) {
        Path name = page.getFileName();
        return name == null ? page.toString() : name.toString();
    }
}
