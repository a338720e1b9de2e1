package dev.airgapc.site;

import dev.airgapc.language.Attribute;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.InputFile;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code mount} of tasks: something at a path of their container. */
public interface Mount {
    Kind<Mount> KIND = Kind.quoted("mount", SiteTypes::containerPath, "What a task finds at a path of its container.");

    Maybe<Mount, String> CLAIM = source("claim", SiteTypes.NAME, "The name of a claim on a volume.");
    Maybe<Mount, String> CONFIG_MAP = source("config-map", SiteTypes.NAME, "The name of a ConfigMap.");
    Maybe<Mount, String> HOST_PATH = source("host-path", SiteTypes.CONTAINER_PATH, "A folder of the node.");
    Maybe<Mount, Block<Secret>> SECRET = source("secret", Types.to(Secret.KIND), "A secret, one file for each field.");
    Maybe<Mount, InputFile> FILE = source("file", Types.file(), "A file beside the page; it goes into the values.");
    Maybe<Mount, String> TEXT = source("text", Types.text(), "The text of a file.");
    Maybe<Mount, String> MEMORY =
            source("memory", SiteTypes.MEMORY, "An empty folder in memory, of at most this size.");
    One<Mount, Boolean> READ_ONLY = KIND.one(
            "read-only",
            Types.flag(),
            Defaults.constant(true, "tasks change nothing, but in memory"),
            "Whether tasks may only read it.");

    /** What may be mounted: exactly one of these. */
    List<Maybe<Mount, ?>> SOURCES = List.of(CLAIM, CONFIG_MAP, HOST_PATH, SECRET, FILE, TEXT, MEMORY);

    private static <T> Maybe<Mount, T> source(String name, dev.airgapc.language.Type<T> type, String words) {
        return KIND.maybe(name, type, Defaults.none("another of the sources is stated"), words);
    }

    /** Those of the sources that a block states. */
    static List<Attribute<?, ?>> stated(Block<Mount> mount) {
        return SOURCES.stream()
                .filter(source -> mount.get(source).isPresent())
                .<Attribute<?, ?>>map(source -> source)
                .toList();
    }
}
