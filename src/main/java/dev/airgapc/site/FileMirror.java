package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.Optional;

/** {@code file-mirror}: a web server within the gap, from which artefacts are fetched. */
public interface FileMirror {
    Kind<FileMirror> KIND = Kind.<FileMirror>named(
                    "file-mirror", "A web server within the gap from which programs and containers fetch files.")
            .alias("files", "file-server", "http-mirror", "artifactory")
            .meaning("url", "host", "endpoint", "address", "server")
            .later("credentials");

    One<FileMirror, Url> URL = KIND.required("url", SiteTypes.URL, "Its address: a file lies directly below.");
    Maybe<FileMirror, Block<Secret>> PUSH = KIND.maybe(
            "push",
            Types.to(Secret.KIND),
            Defaults.none("the login of whoever runs it"),
            "Login of `inside/load/files.sh`.");
    One<FileMirror, Upload> UPLOAD = KIND.one(
            "upload",
            Upload.TYPE,
            Defaults.derived(URL, Upload::to, "`url`"),
            "Where files are put: an address takes them by `curl`, into a folder they are copied.");

    /** Where programs find a file of this name; empty if the site has no mirror. */
    static Optional<Fact<? extends Scalar>> place(Site site, Fact<String> file) {
        return site.all(KIND).stream()
                .findFirst()
                .map(mirror -> Fact.text(mirror.get(URL), "/", file).map(FileMirror::scalar));
    }

    private static Scalar scalar(String text) {
        return Url.parse(text).value().<Scalar>map(url -> url).orElseGet(() -> new Text(text));
    }
}
