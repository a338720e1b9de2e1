package dev.airgapc.target.clearml;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Origin;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.source.Span;
import java.util.Map;
import java.util.Optional;

/**
 * The image {@code mongo} in the place of Bitnami's, which only {@code values} can say: it takes over the data of a single server, and loses those of
 * a replica set (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/extra_configs/bitnami_mongo_mitigation.md).
 */
final class MongodbImage {
    private MongodbImage() {}

    /** @param values of a chart, whole; no other than the server's has a MongoDB */
    static Optional<Diagnostic> of(Mapping values) {
        Map<String, Leaf> leaves = values.leaves();
        Optional<Leaf> image = Optional.ofNullable(leaves.get("/mongodb/image/repository"))
                .filter(leaf -> leaf.value().text().matches("(?:.*/)?mongo"));
        Optional<Leaf> architecture = Optional.ofNullable(leaves.get("/mongodb/architecture"))
                .filter(leaf -> !leaf.value().text().equals("standalone"));
        return image.flatMap(MongodbImage::span)
                .flatMap(
                        at -> architecture
                                .flatMap(MongodbImage::span)
                                .map(
                                        because -> Diagnostic.of(
                                                        CatalogCodes.MONGODB_IMAGE,
                                                        at,
                                                        "a replica set loses its data under this image")
                                                .related(because, "which this makes it")
                                                .help(
                                                        "keep Bitnami's image; in a new installation `architecture: standalone` takes this one")));
    }

    private static Optional<Span> span(Leaf leaf) {
        return leaf.origin().written().map(Origin.Written::span);
    }
}
