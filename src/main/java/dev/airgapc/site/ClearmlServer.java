package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Arrows;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Choice;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Merged;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.Optional;

/** {@code clearml-server}: the server that agents and people talk to, declared even if it runs elsewhere. */
public interface ClearmlServer {
    /** Which of the two products it is; their charts share almost no key. */
    enum Edition implements Choice {
        ENTERPRISE("clearml-enterprise", "clearml-enterprise-agent"),
        OSS("clearml", "clearml-agent");

        private final String chart;
        private final String agentChart;

        Edition(String chart, String agentChart) {
            this.chart = chart;
            this.agentChart = agentChart;
        }

        /** The chart that installs the server, as the vendor and the catalogue spell it. */
        public String chart() {
            return chart;
        }

        /** What the catalogue calls it where Docker Compose runs it. */
        public String compose() {
            return chart + "-compose";
        }

        /** The same of the agent. */
        public String agentChart() {
            return agentChart;
        }
    }

    /** Which MongoDB holds the data. */
    enum MongoDb implements Choice {
        /** The one of the chart. */
        BUNDLED,
        /** Both, until the data have moved. */
        MIGRATING,
        /** The one of the MongoDB operator. */
        OPERATOR
    }

    Kind<ClearmlServer> KIND = Kind.<ClearmlServer>single(
                    "clearml-server",
                    "The ClearML server; with neither `chart` nor `machines` only its addresses are used.")
            .alias("server")
            .later("ca")
            .meaning("machines", "host", "machine", "machine-group", "vm")
            .meaning("root", "data", "data-folder", "clearml-root")
            .meaning("services-image", "base-image", "base-docker")
            .meaning("domain", "url", "host", "address", "endpoint", "hostname")
            .meaning("values", "conf", "helm-values", "overrides");

    One<ClearmlServer, Edition> EDITION =
            KIND.required("edition", Types.oneOf(List.of(Edition.values())), "Which ClearML it is.");
    Maybe<ClearmlServer, Version> CHART = KIND.maybe(
            "chart",
            SiteTypes.VERSION,
            Defaults.none("it is installed by somebody else"),
            "The version of its Helm chart.");
    Maybe<ClearmlServer, Block<MachineGroup>> MACHINES = KIND.maybe(
            "machines",
            Types.to(MachineGroup.KIND),
            Defaults.none("Docker Compose does not run it"),
            "The one machine on which Docker Compose runs it.");
    Maybe<ClearmlServer, Version> VERSION = KIND.maybe(
            "version",
            SiteTypes.VERSION,
            Defaults.none("its chart's"),
            "Its version on a machine, as its image is tagged.");
    One<ClearmlServer, String> ROOT = KIND.one(
            "root",
            SiteTypes.CONTAINER_PATH,
            Defaults.constant("/opt/clearml", "where the vendor's files look"),
            "The folder of its machine that holds its data, its settings and the vendor's files.");
    Arrows<ClearmlServer, Image> IMAGE = KIND.arrows(
            "image",
            SiteTypes::service,
            SiteTypes.IMAGE,
            "On a machine, the image of a service, as the vendor's Compose file names it, instead of the one that airgapc knows.");
    Maybe<ClearmlServer, Image> SERVICES_IMAGE = KIND.maybe(
            "services-image",
            SiteTypes.IMAGE,
            Defaults.none("a public one, which the vendor's file names"),
            "On a machine, the image of a task of the queue `services` that names none.");
    Maybe<ClearmlServer, Block<Cluster>> CLUSTER = KIND.maybe(
            "cluster", Types.to(Cluster.KIND), Defaults.onlyIfAny(Cluster.KIND, CHART), "Where it is installed.");
    Maybe<ClearmlServer, Block<Registry>> REGISTRY = KIND.maybe(
            "registry",
            Types.to(Registry.KIND),
            Defaults.onlyIfAny(Registry.KIND, CHART, MACHINES),
            "Where its images are pulled from.");
    One<ClearmlServer, String> NAMESPACE = KIND.one(
            "namespace",
            SiteTypes.NAME,
            Defaults.constant("clearml", "the namespace that the vendor's pages use"),
            "The namespace of its pods.");
    Maybe<ClearmlServer, String> RELEASE_NAME = KIND.maybe(
            "release-name", SiteTypes.NAME, Defaults.none("the name of the chart"), "The name of the Helm release.");
    One<ClearmlServer, Host> DOMAIN = KIND.one(
            "domain",
            SiteTypes.DOMAIN,
            Defaults.text("", SiteBlock.KIND, SiteBlock.DOMAIN, Host::text, SiteTypes.DOMAIN),
            "The domain of its three addresses.");
    One<ClearmlServer, Url> API = address("api", "https://api.", "The address of its API.");
    One<ClearmlServer, Url> WEB = address("web", "https://app.", "The address of its web application.");
    One<ClearmlServer, Url> FILES = address("files", "https://files.", "The address of its file server.");
    Maybe<ClearmlServer, Block<Index>> INDEX = KIND.maybe(
            "index",
            Types.to(Index.KIND),
            Defaults.onlyIfAny(Index.KIND, EDITION, edition -> edition == Edition.OSS ? MACHINES : CHART),
            "The index that its web application shows for packages of the vendor; on a machine, the one of tasks of the queue `services`.");
    Maybe<ClearmlServer, Block<ObjectStore>> STORAGE = KIND.maybe(
            "storage",
            Types.to(ObjectStore.KIND),
            Defaults.none("its own file server"),
            "Where tasks put what they make.");
    One<ClearmlServer, Boolean> FILESERVER = KIND.one(
            "fileserver",
            Types.flag(),
            Defaults.constant(true, "files need a place"),
            "Whether its own file server runs.");
    Maybe<ClearmlServer, Block<Secret>> CREDENTIALS = KIND.maybe(
            "credentials",
            Types.to(Secret.KIND),
            Defaults.none("made by the enterprise chart; the public one and a machine need them of the page"),
            "The keys that its parts use among each other.");
    Maybe<ClearmlServer, MongoDb> MONGODB = KIND.maybe(
            "mongodb",
            Types.oneOf(List.of(MongoDb.values())),
            Defaults.none("the one of the chart; where charts offer two, the page must say which"),
            "Which MongoDB holds the data.");
    Maybe<ClearmlServer, ImportedKeys> CHART_KEYS = KIND.maybe(
            "chart-keys", ImportedKeys.TYPE, Defaults.none("what airgapc knows of the chart"), ImportedKeys.WORDS);
    Merged<ClearmlServer, String> VALUES = KIND.merged(
            "values", Types.text(), "More values of the chart, in YAML, that the language has no words for.");
    Children<ClearmlServer, Ingress> INGRESS = KIND.children(Ingress.KIND);
    Children<ClearmlServer, Sdk> SDK = KIND.children(Sdk.KIND);
    Children<ClearmlServer, Apps> APPS = KIND.children(Apps.KIND);

    /** The edition of a site; a page whose agents have no server has an error, and none. */
    static Edition edition(Site site) {
        return site.all(KIND).stream()
                .map(server -> server.get(EDITION).value())
                .findFirst()
                .orElse(Edition.ENTERPRISE);
    }

    /** What makes the ClearML of a site the open source one, if it is. */
    static Optional<Fact<Edition>> openSource(Site site) {
        return site.all(KIND).stream()
                .map(server -> server.get(EDITION))
                .filter(edition -> edition.value() == Edition.OSS)
                .findFirst();
    }

    private static One<ClearmlServer, Url> address(String name, String before, String words) {
        return KIND.one(name, SiteTypes.URL, Defaults.text(before, DOMAIN, Host::text, SiteTypes.URL), words);
    }
}
