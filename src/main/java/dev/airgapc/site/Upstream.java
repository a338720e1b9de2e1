package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Parsed;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;

/**
 * A registry, and a part of its paths.
 *
 * @param path empty for all of it
 */
public record Upstream(Host host, String path) {
    static final Type<Upstream> TYPE =
            Types.parsed("a registry", SiteCodes.NOT_AN_IMAGE, Upstream::parse, Upstream::text);

    private static Parsed<Upstream> parse(String text) {
        return SiteTypes.upstream(text).then(whole -> {
            int slash = whole.indexOf('/');
            String host = slash < 0 ? whole : whole.substring(0, slash);
            return Host.parse(host)
                    .then(found -> Parsed.of(new Upstream(found, slash < 0 ? "" : whole.substring(slash + 1))));
        });
    }

    /** As it is written. */
    public String text() {
        return host.text() + (path.isEmpty() ? "" : "/" + path);
    }
}
