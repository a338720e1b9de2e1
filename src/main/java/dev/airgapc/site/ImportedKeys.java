package dev.airgapc.site;

import dev.airgapc.catalog.KnownKeys;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.language.InputFile;
import dev.airgapc.language.Json;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;
import dev.airgapc.syntax.Value;
import java.util.Optional;

/**
 * Every key of a chart that is not public, as its customer reads them out of the chart: {@code airgapc import chart-values} makes the file.
 *
 * @param path the file as the page names it
 */
public record ImportedKeys(String path, KnownKeys keys) {
    /** What the attributes say that take it. */
    static final String WORDS =
            "The keys of its chart, in a file that `airgapc import chart-values` makes; `values`, and what airgapc writes, are held against them.";

    /** A file of keys; the values themselves are refused, and not shown. */
    static final Type<ImportedKeys> TYPE = new Type<>() {
        private final Type<InputFile> file = Types.file();

        @Override
        public Optional<Fact<ImportedKeys>> read(Value value, Reading reading) {
            return file.read(value, reading).flatMap(found -> {
                String path = found.value().path();
                Parsed<KnownKeys> keys = KnownKeys.imported(found.value().text());
                if (keys.value().isEmpty()) {
                    reading.report()
                            .add(Diagnostic.of(
                                            SiteCodes.NOT_CHART_KEYS, value.span(), "`" + path + "` " + keys.problem())
                                    .help("make it anew: `helm show values … | airgapc import chart-values - --output "
                                            + path + "`"));
                }
                return keys.value().map(known -> found.map(input -> new ImportedKeys(input.path(), known)));
            });
        }

        @Override
        public String words() {
            return "the path of a file of a chart's keys";
        }

        @Override
        public Json.Members schema() {
            return file.schema();
        }

        @Override
        public boolean namesFile() {
            return true;
        }

        @Override
        public String text(ImportedKeys value) {
            return value.path();
        }
    };
}
