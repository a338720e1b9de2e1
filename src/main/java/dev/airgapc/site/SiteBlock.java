package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code site}: what the place is called, and what counts as inside it. The whole page is {@link Site}. */
public interface SiteBlock {
    Kind<SiteBlock> KIND = Kind.<SiteBlock>single("site", "The place that a page describes.")
            .meaning("python", "pythons", "python-versions")
            .later("platforms", "ntp", "dns");

    One<SiteBlock, Host> DOMAIN =
            KIND.required("domain", SiteTypes.DOMAIN, "The domain under which its servers have their names.");

    One<SiteBlock, String> NAME = KIND.one(
            "name",
            SiteTypes.NAME,
            Defaults.from(
                    DOMAIN,
                    domain -> domain.name().replace('.', '-').replace('_', '-'),
                    SiteTypes.NAME,
                    "`domain` with hyphens"),
            "Its name; the output folder is called after it.");

    Many<SiteBlock, HostPattern> HOSTS = KIND.many(
            "hosts",
            SiteTypes.HOST_PATTERN,
            Defaults.listFrom(DOMAIN, SiteBlock::below, "`domain` and what lies below it"),
            "What counts as inside; everything else is public.");

    Many<SiteBlock, Version> PYTHON = KIND.many(
            "python",
            SiteTypes.PYTHON,
            Defaults.constantList(Version.parse("3.12").value().orElseThrow(), "3.12, which most images have"),
            "The Pythons of tasks and machines: packages are fetched for each.");

    Maybe<SiteBlock, Block<Proxy>> PROXY =
            KIND.maybe("proxy", Types.to(Proxy.KIND), Defaults.none("no proxy"), "The proxy of every task.");

    private static List<HostPattern> below(Host domain) {
        HostPattern itself = new HostPattern(domain.name());
        return domain.address().isPresent() ? List.of(itself) : List.of(itself, new HostPattern("*." + domain.name()));
    }
}
