package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import java.util.Optional;

/** {@code artifact}: a file that is carried in. */
public interface Artifact {
    Kind<Artifact> KIND = Kind.<Artifact>named(
                    "artifact", "A file that is carried in, and where programs find it then.")
            .alias("file", "download", "blob")
            .meaning("source", "url", "from", "address")
            .meaning("sha256", "checksum", "hash", "sha", "sum")
            .later("platform");

    Maybe<Artifact, Url> SOURCE = KIND.maybe(
            "source",
            SiteTypes.URL,
            Defaults.none("whoever fetches brings it"),
            "Where it is fetched on the connected side.");
    Maybe<Artifact, String> SHA256 = KIND.maybe(
            "sha256",
            SiteTypes.SHA256,
            Defaults.none("nothing proves that it is the right one"),
            "The sum that it must have.");
    Maybe<Artifact, String> FILE = KIND.maybe(
            "file",
            SiteTypes.FILE_NAME,
            Defaults.none("the last part of `source`"),
            "Its name on the medium and in the mirror.");
    Maybe<Artifact, Upload> INSIDE = KIND.maybe(
            "inside",
            Upload.TYPE,
            Defaults.none("below the `file-mirror`"),
            "Where programs find it within the gap: an address, or a path in their container.");

    /** Its name on the medium and in the mirror; empty if neither `file` nor `source` gives one. */
    static Optional<Fact<String>> name(Block<Artifact> artifact) {
        return artifact.get(FILE)
                .or(() -> artifact.get(SOURCE).map(source -> source.map(Artifact::last)))
                .filter(name -> !name.value().isEmpty());
    }

    /** Whether it is a package of the system, which only root can install. */
    static boolean isPackage(Block<Artifact> artifact) {
        return name(artifact)
                .filter(name -> name.value().endsWith(".deb") || name.value().endsWith(".rpm"))
                .isPresent();
    }

    private static String last(Url url) {
        String path = url.text().replaceFirst("[?#].*", "").replaceFirst("^[a-z]+://[^/]*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** What programs are told: the stated place, or the file below the mirror; empty if the site has neither. */
    static Optional<Fact<? extends Scalar>> place(Block<Artifact> artifact, Site site) {
        Optional<Fact<? extends Scalar>> stated = artifact.get(INSIDE).map(inside -> inside.map(Upload::scalar));
        return stated.isPresent() ? stated : name(artifact).flatMap(name -> FileMirror.place(site, name));
    }
}
