package dev.airgapc.compile;

import dev.airgapc.catalog.CatalogCodes;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.output.OutputCodes;
import dev.airgapc.plan.Plan;
import dev.airgapc.proof.ProofCodes;
import dev.airgapc.rule.Rules;
import dev.airgapc.rule.SharedPlaces;
import dev.airgapc.site.SiteCodes;
import dev.airgapc.syntax.SyntaxCodes;
import dev.airgapc.target.nodes.NodesTarget;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every code there is, and its page. */
public final class Codes {
    private Codes() {}

    /** By number. */
    public static List<Code> all() {
        return Stream.of(
                        SyntaxCodes.ALL.stream(),
                        LanguageCodes.ALL.stream(),
                        SiteCodes.ALL.stream(),
                        CatalogCodes.ALL.stream(),
                        OutputCodes.ALL.stream(),
                        ProofCodes.ALL.stream(),
                        Suppressions.ALL.stream(),
                        Rules.ALL.stream().map(rule -> rule.code()),
                        Stream.of(
                                Plan.MAPPING_COLLISION,
                                SharedPlaces.CODE,
                                NodesTarget.PLACE_BEYOND_NODES,
                                Destination.SHARED_OUTPUT))
                .flatMap(codes -> codes)
                .distinct()
                .sorted(Comparator.comparing(Code::number))
                .toList();
    }

    /** The page of a code, {@code AG0301}; nothing if there is no such code. */
    public static Optional<String> page(String number) {
        return all().stream()
                .filter(code -> code.number().equals(number))
                .findFirst()
                .map(Codes::read);
    }

    private static String read(Code code) {
        try (InputStream in = Codes.class.getResourceAsStream("/diagnostics/" + code.name() + ".md")) {
            if (in == null) {
                throw new IllegalStateException(code.number() + " has no page");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
