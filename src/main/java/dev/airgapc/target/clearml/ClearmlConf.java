package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.ClearmlVault;
import dev.airgapc.site.ObjectStore;
import dev.airgapc.site.Sdk;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.Passthrough;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * {@code clearml.conf} for people's own machines: addresses and storage, never an agent's settings. Keys of stores are read from
 * the environment, and left out where they are not set: a missing variable would make the whole file unreadable
 * (clearml/clearml-agent:clearml_agent/external/pyhocon).
 */
final class ClearmlConf {
    private static final String PATH = Release.FOLDER + "clearml.conf";

    private final Product product;
    private final boolean people;
    private final String bundle;

    private ClearmlConf(Product product, boolean people, String bundle) {
        this.product = product;
        this.people = people;
        this.bundle = bundle;
    }

    static Contribution of(Block<ClearmlServer> server, Site site) {
        Mapping tree = clients(server, site);
        List<Fact<String>> texts = server.get(ClearmlServer.SDK).stream()
                .flatMap(sdk -> sdk.get(Sdk.CONF).stream())
                .toList();
        Passthrough.Merged merged =
                Passthrough.hocon(tree, texts, site.product("clearml-conf"), site.document()::isBeside);
        OutputFile file = new OutputFile(PATH, Side.INSIDE, Program.CLEARML, new HoconPrinter(), merged.tree());
        boolean vaults = ClearmlServer.openSource(site).isEmpty()
                && site.all(ClearmlVault.KIND).isEmpty();
        Mapping facts = Mapping.EMPTY.with("stores", stores(server)).with("vaults", InsideScripts.flag(vaults));
        Step step = new Step(Step.Phase.ACCEPT, "clearml/share-conf.md", facts);
        return new Contribution(List.of(file), List.of(), List.of(step), merged.diagnostics());
    }

    /** What every client of the server is told: addresses and storage. */
    static Mapping clients(Block<ClearmlServer> server, Site site) {
        return new ClearmlConf(site.product("clearml-conf"), true, Trust.BUNDLE).tree(server, site);
    }

    /** What tasks in pods are told of storage, whose keys are in their environment; nothing if there is nothing to tell. */
    static Mapping tasks(Block<ClearmlServer> server, Site site) {
        return pods(server, site, Trust.BUNDLE);
    }

    /**
     * The same of other pods.
     *
     * @param bundle where they find the certificates
     */
    static Mapping pods(Block<ClearmlServer> server, Site site, String bundle) {
        return new ClearmlConf(site.product("clearml-conf"), false, bundle)
                .tree(server, site)
                .only("sdk");
    }

    private static Sequence stores(Block<ClearmlServer> server) {
        return Sequence.of(server.get(ClearmlServer.STORAGE).stream()
                .map(store -> Mapping.EMPTY
                        .with("name", Leaf.text(store.map(Block::name)))
                        .with("access", Leaf.text(store.map(block -> variable(block) + "_ACCESS_KEY")))
                        .with("secret", Leaf.text(store.map(block -> variable(block) + "_SECRET_KEY"))))
                .toList());
    }

    /** What the variables of a store's keys begin with. */
    static String variable(Block<ObjectStore> store) {
        return "AIRGAPC_" + store.name().toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private Mapping tree(Block<ClearmlServer> server, Site site) {
        Mapping api = Mapping.EMPTY
                .with("api_server", leaf(server.get(ClearmlServer.API), "api", "api_server"))
                .with("web_server", leaf(server.get(ClearmlServer.WEB), "api", "web_server"))
                .with("files_server", leaf(ServerValues.files(server), "api", "files_server"));
        for (Fact<String> pem : Trust.bundle(site).stream().toList()) {
            api = api.with("verify_certificate", leaf(pem.map(any -> new Text(bundle)), "api", "verify_certificate"));
        }
        Mapping tree = Mapping.EMPTY.with("api", api);
        Mapping sdk = server.get(ClearmlServer.STORAGE)
                .map(store -> storage(store, site))
                .orElse(Mapping.EMPTY);
        Sequence substitutes = substitutes(server);
        sdk = substitutes.items().isEmpty()
                ? sdk
                : sdk.with("storage", Mapping.EMPTY.with("path_substitution", substitutes));
        return sdk.entries().isEmpty() ? tree : tree.with("sdk", sdk);
    }

    private Mapping storage(Fact<Block<ObjectStore>> store, Site site) {
        Mapping s3 = Mapping.EMPTY.with("credentials", Sequence.of(List.of(credentials(store, site))));
        Leaf address = leaf(store.then(ObjectStore::address), "sdk", "development", "default_output_uri");
        return Mapping.EMPTY
                .with("aws", Mapping.EMPTY.with("s3", s3))
                .with("development", Mapping.EMPTY.with("default_output_uri", address));
    }

    private Mapping credentials(Fact<Block<ObjectStore>> store, Site site) {
        Block<ObjectStore> block = store.value();
        Mapping entry = Mapping.EMPTY
                .with("host", credential(store.then(ObjectStore::hostAndPort)))
                .with("bucket", credential(block.get(ObjectStore.BUCKET).map(Text::new)))
                .with("key", credential(store.map(one -> key(one, "_ACCESS_KEY", "AWS_ACCESS_KEY_ID"))))
                .with("secret", credential(store.map(one -> key(one, "_SECRET_KEY", "AWS_SECRET_ACCESS_KEY"))))
                .with("region", credential(block.get(ObjectStore.REGION).map(Text::new)))
                .with("multipart", credential(block.get(ObjectStore.MULTIPART).map(Flag::new)))
                .with(
                        "secure",
                        credential(block.get(ObjectStore.ENDPOINT)
                                .map(url -> new Flag(url.scheme().equals("https")))));
        return Trust.bundle(site)
                .map(pem -> entry.with("verify", credential(pem.map(any -> new Text(bundle)))))
                .orElse(entry);
    }

    private Variable key(Block<ObjectStore> store, String end, String ofTasks) {
        return new Variable(people ? variable(store) + end : ofTasks);
    }

    private Leaf credential(Fact<? extends Scalar> value) {
        return leaf(value, "sdk", "aws", "s3", "credentials");
    }

    private Sequence substitutes(Block<ClearmlServer> server) {
        List<Node> entries = new ArrayList<>();
        for (Block<Sdk> sdk : server.get(ClearmlServer.SDK)) {
            sdk.get(Sdk.SUBSTITUTE)
                    .forEach((from, to) -> entries.add(Mapping.EMPTY
                            .with("registered_prefix", substitute(to.map(any -> from)))
                            .with("local_prefix", substitute(to))));
        }
        return Sequence.of(entries);
    }

    private Leaf substitute(Fact<String> text) {
        return leaf(text.map(Text::new), "sdk", "storage", "path_substitution");
    }

    private Leaf leaf(Fact<? extends Scalar> value, String... path) {
        Citation citation = product.key(List.of(path))
                .orElseThrow(() -> new IllegalStateException("nobody cites " + String.join(".", path)))
                .source();
        return Leaf.of(value).under(citation);
    }
}
