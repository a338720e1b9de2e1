package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Step;
import dev.airgapc.site.ClearmlServer;
import java.util.List;

/**
 * The way of a server's data from the chart's own MongoDB to the one that an operator runs, while the page says
 * {@code mongodb = migrating} (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/k8s_mckmongo_migration.md).
 */
final class MongoDbMigration {
    private static final String PRODUCT = "clearml-mongodb-migration";
    private static final String PATH = Release.FOLDER + "server/mongodb-migrate.yaml";

    private static final Citation GUIDE =
            new Citation("clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/k8s_mckmongo_migration.md", "");

    private final Release release;
    private final Origin asked;

    private MongoDbMigration(Release release, Origin asked) {
        this.release = release;
        this.asked = asked;
    }

    static Contribution of(Block<ClearmlServer> server, Release release) {
        return server.get(ClearmlServer.MONGODB)
                .filter(choice -> choice.value() == ClearmlServer.MongoDb.MIGRATING)
                .map(choice -> Contribution.of(
                        List.of(new OutputFile(
                                PATH,
                                Side.INSIDE,
                                Program.KUBECTL,
                                new YamlPrinter(),
                                new MongoDbMigration(release, choice.origin()).pod())),
                        List.of(step(server, release))))
                .orElse(Contribution.NONE);
    }

    private static Step step(Block<ClearmlServer> server, Release release) {
        Mapping facts = Mapping.EMPTY
                .with("pod", Leaf.text(server.named(PATH)))
                .with("namespace", Leaf.text(release.namespace()))
                .with("release", Leaf.text(release.releaseName()));
        return new Step(Step.Phase.SERVER, "clearml/migrate-mongodb.md", facts);
    }

    /** One image of the catalogue, idle until somebody runs the vendor's commands in it. */
    private Mapping pod() {
        List<Mapping> containers = release
                .site()
                .product(PRODUCT)
                .images(release.version().value())
                .stream()
                .map(this::container)
                .toList();
        Mapping spec = Mapping.EMPTY
                .with("restartPolicy", text("Never"))
                .with("imagePullSecrets", release.pullSecrets())
                .with("containers", Sequence.of(containers));
        return Mapping.EMPTY
                .with("apiVersion", text("v1"))
                .with("kind", text("Pod"))
                .with("metadata", Mapping.EMPTY.with("name", text("mongodb-migrate")))
                .with("spec", spec);
    }

    private Mapping container(Product.Carried image) {
        Mapping connection = Mapping.EMPTY
                .with("name", text("CLEARML_MONGODB_SERVICE_CONNECTION_STRING"))
                .with(
                        "valueFrom",
                        Mapping.EMPTY.with(
                                "secretKeyRef",
                                Mapping.EMPTY
                                        .with("name", text("mongodb-root"))
                                        .with("key", text("connectionString"))));
        return Mapping.EMPTY
                .with("name", text("mongo-tools"))
                .with("image", Leaf.of(release.place(release.carried(image))))
                .with("command", Sequence.of(List.of(text("sleep"), text("infinity"))))
                .with("env", Sequence.of(List.of(connection)));
    }

    private Leaf text(String text) {
        Origin demanded = new Origin.Demanded("the vendor's migration", GUIDE);
        return Leaf.text(new Fact<>(text, Origin.all(List.of(demanded, asked))));
    }
}
