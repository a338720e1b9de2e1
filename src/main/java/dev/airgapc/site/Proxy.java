package dev.airgapc.site;

import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;

/** {@code proxy}: a way to other hosts. */
public interface Proxy {
    Kind<Proxy> KIND = Kind.<Proxy>named("proxy", "A proxy; it acts only where it is named.")
            .later("credentials");

    Maybe<Proxy, Url> HTTP = url("http", "The proxy for `http` addresses.");
    Maybe<Proxy, Url> HTTPS = url("https", "The proxy for `https` addresses.");
    Maybe<Proxy, Url> ALL = url("all", "The proxy for every other scheme.");
    Many<Proxy, HostPattern> NO_PROXY = KIND.many(
            "no-proxy",
            SiteTypes.HOST_PATTERN,
            Defaults.empty("nothing beyond what is inside"),
            "What is reached without it, beside everything inside.");

    private static Maybe<Proxy, Url> url(String name, String words) {
        return KIND.maybe(name, SiteTypes.URL, Defaults.none("no proxy for them"), words);
    }
}
