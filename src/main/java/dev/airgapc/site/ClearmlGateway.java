package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Children;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Merged;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;

/** {@code clearml-gateway}: the way to applications and sessions that run as tasks. */
public interface ClearmlGateway {
    /** The chart that installs it, as the vendor and the catalogue spell it. */
    String CHART_NAME = "clearml-enterprise-app-gateway";

    Kind<ClearmlGateway> KIND = Kind.<ClearmlGateway>named(
                    "clearml-gateway", "The way to applications and sessions that run as an agent's tasks.")
            .alias("gateway", "app-gateway", "router")
            .meaning("chart", "chart-version")
            .meaning("machines", "machine", "machine-group", "vm")
            .meaning("values", "helm-values", "overrides");

    Maybe<ClearmlGateway, Version> CHART = KIND.maybe(
            "chart", SiteTypes.VERSION, Defaults.none("it runs on a machine"), "The version of its Helm chart.");
    Maybe<ClearmlGateway, Block<MachineGroup>> MACHINES = KIND.maybe(
            "machines",
            Types.to(MachineGroup.KIND),
            Defaults.none("it runs on Kubernetes"),
            "The one machine on which Docker Compose runs it.");
    Maybe<ClearmlGateway, Version> VERSION = KIND.maybe(
            "version",
            SiteTypes.VERSION,
            Defaults.none("its chart's"),
            "The version of its router on a machine, as its image is tagged.");
    One<ClearmlGateway, Block<ClearmlAgent>> AGENT = KIND.one(
            "agent",
            Types.to(ClearmlAgent.KIND),
            Defaults.only(ClearmlAgent.KIND),
            "The agent whose tasks it serves; it shares its registry and, on Kubernetes, its namespace and cluster.");
    One<ClearmlGateway, Block<Secret>> CREDENTIALS = KIND.required(
            "credentials", Types.to(Secret.KIND), "The keys of an administrator, made in the web application.");
    Maybe<ClearmlGateway, String> RELEASE_NAME = KIND.maybe(
            "release-name",
            SiteTypes.NAME,
            Defaults.none("the name of the chart"),
            "The name of the Helm release; people see it as the name of the gateway.");
    One<ClearmlGateway, Host> HOST = KIND.one(
            "host",
            SiteTypes.HOST,
            Defaults.text("router.", SiteBlock.KIND, SiteBlock.DOMAIN, Host::text, SiteTypes.HOST),
            "The name under which applications are reached.");
    One<ClearmlGateway, String> COOKIE = KIND.one(
            "cookie",
            SiteTypes.LINE,
            Defaults.constant("clearml-token-k8s", "what the server's chart sets"),
            "The cookie of the server's web application.");
    Maybe<ClearmlGateway, Long> NODE_PORT = KIND.maybe(
            "node-port",
            Types.count(1, 65535),
            Defaults.none("it is reached through an ingress"),
            "The port on each node, where there is no ingress; on a machine, the port of the machine, 8010 without it.");
    Maybe<ClearmlGateway, Url> EXTERNAL_URL = KIND.maybe(
            "external-url",
            SiteTypes.URL,
            Defaults.none("it is reached through an ingress"),
            "The address that goes with `node-port`; of one on a machine, the address that people open.");
    Maybe<ClearmlGateway, ImportedKeys> CHART_KEYS = KIND.maybe(
            "chart-keys", ImportedKeys.TYPE, Defaults.none("what airgapc knows of the chart"), ImportedKeys.WORDS);
    Merged<ClearmlGateway, String> VALUES = KIND.merged(
            "values", Types.text(), "More values of the chart, in YAML, that the language has no words for.");
    Children<ClearmlGateway, Ingress> INGRESS = KIND.children(Ingress.KIND);
    Children<ClearmlGateway, Stream> STREAM = KIND.children(Stream.KIND);
}
