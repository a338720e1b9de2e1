package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.SecretName;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretSource;
import dev.airgapc.site.Site;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects that Kubernetes must hold before anything is installed: the secrets that the plan collected. */
public final class KubernetesTarget implements Target {
    private static final String SCRIPT = "inside/kubernetes/create-secrets.sh";

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        if (plan.secrets().isEmpty()) {
            return Contribution.NONE;
        }
        List<Mapping> secrets =
                plan.secrets().stream().map(secret -> secret(site, secret)).toList();
        Mapping content = Mapping.EMPTY
                .with("secrets", Sequence.of(secrets))
                .with("reads", reads(secrets))
                .with("names", names(plan));
        TemplatePrinter printer = new TemplatePrinter("kubernetes/create-secrets.sh", Quoting.SHELL);
        OutputFile script = new OutputFile(SCRIPT, Side.INSIDE, Program.BASH, printer, content);
        return Contribution.of(
                List.of(script),
                List.of(new Step(Step.Phase.SECRETS, "kubernetes/create-secrets.md", content.only("secrets"))));
    }

    private static Mapping secret(Site site, Plan.PlannedSecret planned) {
        Block<Secret> secret = site.all(Secret.KIND).stream()
                .filter(block -> block.address().equals(planned.secret()))
                .findFirst()
                .orElseThrow();
        List<Mapping> keys = new ArrayList<>();
        boolean existing = secret.get(Secret.FROM)
                .filter(from -> from.value().place() == SecretSource.Place.EXISTING)
                .isPresent();
        for (SecretName.Key key :
                existing ? List.<SecretName.Key>of() : planned.shape().keys()) {
            keys.add(key(key, Secret.source(secret, key.field()).orElseThrow(), planned.origin()));
        }
        Mapping facts = Mapping.EMPTY
                .with("name", text(planned.name(), planned.origin()))
                .with("namespace", text(planned.namespace(), planned.origin()))
                .with("type", text(planned.shape().type(), planned.origin()));
        return facts.with("keys", Sequence.of(keys))
                .with("existing", Sequence.of(existing ? List.of(text(planned.name(), planned.origin())) : List.of()));
    }

    /** One entry of the object, and where it is read: in exactly one of {@code env}, {@code file}, {@code vault}. */
    private static Mapping key(SecretName.Key key, Fact<SecretSource> source, Origin because) {
        Map<String, Node> entries = new LinkedHashMap<>();
        entries.put("data", text(key.data(), because));
        for (SecretSource.Place place :
                List.of(SecretSource.Place.ENV, SecretSource.Place.FILE, SecretSource.Place.VAULT)) {
            List<Mapping> read = source.value().place() == place ? List.of(read(key, source)) : List.of();
            entries.put(place.word(), Sequence.of(read));
        }
        return new Mapping(entries);
    }

    private static Mapping read(SecretName.Key key, Fact<SecretSource> source) {
        SecretSource from = source.value();
        boolean variable = from.place() == SecretSource.Place.ENV;
        Mapping read = Mapping.EMPTY.with(
                "where",
                Leaf.of(source.map(found -> variable ? new Variable(found.where()) : new Text(found.where()))));
        return from.place() == SecretSource.Place.VAULT
                ? read.with(
                        "field", Leaf.text(source.map(found -> found.field().isEmpty() ? key.field() : found.field())))
                : read;
    }

    /** The name of every object, once: two namespaces may hold the same. */
    private static Sequence names(Plan plan) {
        Map<String, Leaf> names = new LinkedHashMap<>();
        plan.secrets().forEach(secret -> names.putIfAbsent(secret.name(), text(secret.name(), secret.origin())));
        return Sequence.of(List.copyOf(names.values()));
    }

    /** Every variable that the script reads, once. */
    private static Sequence reads(List<Mapping> secrets) {
        Map<String, Leaf> variables = new LinkedHashMap<>();
        Sequence.of(secrets).leaves().values().stream()
                .filter(leaf -> leaf.value() instanceof Variable)
                .forEach(leaf -> variables.putIfAbsent(leaf.value().text(), leaf));
        return Sequence.of(List.copyOf(variables.values()));
    }

    private static Leaf text(String text, Origin origin) {
        return Leaf.text(new Fact<>(text, origin));
    }
}
