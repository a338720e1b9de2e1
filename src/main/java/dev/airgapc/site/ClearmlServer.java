package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code clearml-server}: the server that agents and people talk to, declared even if it runs elsewhere. */
public interface ClearmlServer {
    /** Which of the two products it is; their charts share almost no key. */
    enum Edition implements Choice {
        ENTERPRISE("enterprise");

        private final String word;

        Edition(String word) {
            this.word = word;
        }

        @Override
        public String word() {
            return word;
        }
    }

    Kind<ClearmlServer> KIND = Kind.<ClearmlServer>single(
                    "clearml-server", "The ClearML server; without `chart` only its addresses are used.")
            .later(
                    "chart",
                    "machines",
                    "version",
                    "cluster",
                    "registry",
                    "ca",
                    "namespace",
                    "release-name",
                    "index",
                    "storage",
                    "fileserver",
                    "credentials",
                    "mongodb",
                    "ingress",
                    "values",
                    "apps",
                    "sdk");

    One<ClearmlServer, Edition> EDITION =
            KIND.required("edition", Types.oneOf(List.of(Edition.values()), "oss"), "Which ClearML it is.");

    One<ClearmlServer, Host> DOMAIN = KIND.one(
            "domain",
            SiteTypes.DOMAIN,
            Defaults.text("", SiteBlock.KIND, SiteBlock.DOMAIN, Host::text, SiteTypes.DOMAIN),
            "The domain of its three addresses.");

    One<ClearmlServer, Url> API = address("api", "https://api.", "The address of its API.");

    One<ClearmlServer, Url> WEB = address("web", "https://app.", "The address of its web application.");

    One<ClearmlServer, Url> FILES = address("files", "https://files.", "The address of its file server.");

    private static One<ClearmlServer, Url> address(String name, String before, String words) {
        return KIND.one(name, SiteTypes.URL, Defaults.text(before, DOMAIN, Host::text, SiteTypes.URL), words);
    }
}
