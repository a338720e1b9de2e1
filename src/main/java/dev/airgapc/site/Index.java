package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

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
            .later("credentials", "requirements", "push", "upload")
            .meaning("url", "host", "endpoint", "address", "server", "index-url")
            .meaning("ca", "certificate", "trust", "certificates")
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

    /** Whether pip and uv are told to believe whoever answers. */
    static boolean isTrusted(Block<Index> index) {
        return index.get(TLS).value() == Tls.SKIP
                || index.get(URL).value().scheme().equals("http");
    }
}
