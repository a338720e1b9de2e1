package dev.airgapc.report;

import dev.airgapc.language.Json;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Schemas;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.site.Vocabulary;
import java.util.List;

/** The published schema of a site: a page whose layers are merged, in its JSON form. What the compiler accepts, it accepts. */
public final class SiteSchema {
    private SiteSchema() {}

    /** The schema as a file. */
    public static String print() {
        Json.Members kinds = Json.members();
        for (Kind<?> kind : Vocabulary.ALL.all()) {
            kinds = kinds.with(kind.name(), kind.schema());
        }
        return Json.members()
                .with("$schema", "https://json-schema.org/draft/2020-12/schema")
                .with("title", "A site of airgapc, language 1")
                .with("description", "What the pages of a site say together, as `airgapc explain --json` prints it.")
                .with(Schemas.closed(kinds, List.of(SiteBlock.KIND.name())))
                .print();
    }
}
