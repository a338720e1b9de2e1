package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.language.Kind;
import dev.airgapc.language.One;

/** {@code index}: where Python packages are installed from within the gap. */
public interface Index {
    Kind<Index> KIND = Kind.<Index>named(
                    "index", "A Python package index within the gap; it takes the place of the public PyPI.")
            .later("role", "tls", "ca", "credentials", "requirements", "push", "upload");

    One<Index, Url> URL = KIND.required("url", SiteTypes.URL, "Its address, the one that ends in `/simple`.");
}
