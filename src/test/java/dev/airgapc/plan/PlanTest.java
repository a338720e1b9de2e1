package dev.airgapc.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.SecretName;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.source.Source;
import dev.airgapc.testing.Trees;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the plan reads off leaves. */
class PlanTest {
    private static final Origin ORIGIN =
            new Origin.Written(Address.of("secret", "s"), new Source("site.ag", "").span(0, 0), List.of());
    private static final SecretName.Shape TOKEN = SecretName.fields(List.of("token"));
    private static final SecretName.Shape KEY = SecretName.fields(List.of("key", "token"));

    @Test
    void oneObjectHasTheKeysOfAllThatReadIt() {
        assertEquals(
                SecretName.fields(List.of("token", "key")), secret(TOKEN, KEY).shape());
    }

    @Test
    void aTypeOfItsOwnWinsWhoeverComesFirst() {
        String type = SecretName.REGISTRY_LOGIN.type();
        assertEquals(type, secret(SecretName.REGISTRY_LOGIN, TOKEN).shape().type());
        assertEquals(type, secret(TOKEN, SecretName.REGISTRY_LOGIN).shape().type());
        assertEquals(true, secret(TOKEN, SecretName.REGISTRY_LOGIN).logsIn());
        assertEquals(false, secret(TOKEN, KEY).logsIn());
    }

    @Test
    void twoImagesAtOnePlaceAreAnError() {
        Report report = new Report();
        plan(report, image("quay.io/o/x:1", "here.example/x:1"), image("ghcr.io/o/x:1", "here.example/x:1"));
        assertEquals(
                List.of("`quay.io/o/x:1` and `ghcr.io/o/x:1` would lie at one place, `here.example/x:1`"),
                report.sorted().stream().map(Diagnostic::message).toList());
    }

    private static ImageName image(String upstream, String inside) {
        Image place = Image.parse(inside).value().orElseThrow();
        return new ImageName(place, place, Image.parse(upstream).value());
    }

    private static Plan.PlannedSecret secret(SecretName.Shape... shapes) {
        Plan plan = plan(
                new Report(),
                Stream.of(shapes)
                        .map(shape -> new SecretName(
                                Address.of("secret", "s"), Optional.empty(), new Fact<>("here", ORIGIN), shape, "name"))
                        .toArray(Scalar[]::new));
        assertEquals(1, plan.secrets().size());
        return plan.secrets().get(0);
    }

    private static Plan plan(Report report, Scalar... values) {
        Node[] leaves = Stream.of(values)
                .map(value -> Leaf.of(new Fact<>(value, ORIGIN)))
                .toArray(Node[]::new);
        OutputFile file =
                new OutputFile("inside/values.yaml", Side.INSIDE, Program.HELM, new YamlPrinter(), Trees.list(leaves));
        return Plan.of(Contribution.of(List.of(file), List.of()), report);
    }
}
