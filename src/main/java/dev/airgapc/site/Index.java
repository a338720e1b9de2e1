package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.InputFile;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.Optional;

/** {@code index}: where Python packages are installed from within the gap. */
public interface Index {
    /** What it is beside the public index. */
    enum Role implements Choice {
        /** It takes the place of the public one. */
        REPLACE,
        /** It is searched beside the one that takes that place. */
        EXTRA
    }

    Kind<Index> KIND = Kind.<Index>named("index", "A Python package index within the gap.")
            .alias("pypi", "pip", "python", "python-index", "package-index", "devpi")
            .meaning("url", "host", "endpoint", "address", "server", "index-url")
            .meaning("credentials", "login", "auth", "netrc")
            .meaning("ca", "certificate", "trust", "certificates")
            .meaning("requirements", "packages", "wheels")
            .advise("insecure", "write `tls = skip`")
            .advise("trusted-host", "write `tls = skip`");

    One<Index, Url> URL = KIND.required("url", SiteTypes.URL, "Its address, the one that ends in `/simple`.");
    One<Index, Role> ROLE = KIND.one(
            "role",
            Types.oneOf(List.of(Role.values())),
            Defaults.constant(Role.REPLACE, "it takes the place of the public index"),
            "Whether it takes the place of the public index or is searched beside the one that does.");
    One<Index, Tls> TLS = KIND.one(
            "tls",
            Types.oneOf(List.of(Tls.VERIFY, Tls.SKIP)),
            Defaults.constant(Tls.VERIFY, "it must prove who it is"),
            "Whether its certificate is verified.");
    Many<Index, Block<Trust>> CA =
            KIND.many("ca", Types.to(Trust.KIND), Defaults.all(Trust.KIND), "Who signed its certificate.");

    Maybe<Index, Block<Secret>> CREDENTIALS = KIND.maybe(
            "credentials",
            Types.to(Secret.KIND),
            Defaults.none("anonymous"),
            "Login of those who install from it; it stands in a file that only they read, never in an address or a variable.");

    Many<Index, InputFile> REQUIREMENTS = KIND.many(
            "requirements",
            Types.file(),
            Defaults.empty("what agents and applications need"),
            "Files of requirements beside the page: what else it must have, each resolved by itself.");
    Maybe<Index, Block<Secret>> PUSH =
            KIND.maybe("push", Types.to(Secret.KIND), Defaults.same(CREDENTIALS), "Login of `inside/load/python.sh`.");
    One<Index, Upload> UPLOAD = KIND.one(
            "upload",
            Upload.TYPE,
            Defaults.derived(URL, Index::root, "`url` without `/simple`"),
            "Where packages are put: an address takes them as `twine` sends them, into a folder they are copied.");

    /** The one that takes the place of the public one, which is loaded. */
    static Optional<Block<Index>> loaded(Site site) {
        return site.all(KIND).stream()
                .filter(index -> index.get(ROLE).value() == Role.REPLACE)
                .findFirst();
    }

    private static Upload root(Url url) {
        String text = url.text().replaceFirst("/simple/?$", "");
        return Upload.to(
                Url.parse(text.endsWith("/") ? text : text + "/").value().orElseThrow());
    }

    /** Whether pip and uv are told to believe whoever answers. */
    static boolean isTrusted(Block<Index> index) {
        return index.get(TLS).value() == Tls.SKIP
                || index.get(URL).value().scheme().equals("http");
    }
}
