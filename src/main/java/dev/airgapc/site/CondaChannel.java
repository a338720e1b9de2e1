package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;

/** {@code conda-channel}: where conda finds packages within the gap; all of them take the place of the public ones, in the order of the page. */
public interface CondaChannel {
    Kind<CondaChannel> KIND = Kind.<CondaChannel>named(
                    "conda-channel",
                    "A channel of conda packages within the gap; together they take the place of the public ones.")
            .alias("channel", "conda", "anaconda")
            .meaning("url", "host", "endpoint", "address", "server")
            .meaning("credentials", "login", "auth", "netrc");

    One<CondaChannel, Url> URL = KIND.required("url", SiteTypes.URL, "Its address.");
    Maybe<CondaChannel, Block<Secret>> CREDENTIALS = KIND.maybe(
            "credentials", Types.to(Secret.KIND), Defaults.none("anonymous"), "Login of those who install from it.");
}
