package dev.airgapc.target.kubernetes;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Variable;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Registry;
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
        boolean existing = secret.get(Secret.FROM)
                .filter(from -> from.value().place() == SecretSource.Place.EXISTING)
                .isPresent();
        List<Mapping> keys = new ArrayList<>();
        List<Mapping> logins = new ArrayList<>();
        if (!existing) {
            planned.shape().keys().forEach(key -> keys.add(key(key.data(), key.field(), secret, planned.origin())));
            if (planned.logsIn() && secret.get(Secret.DOCKER_CONFIG).isPresent()) {
                keys.add(key(".dockerconfigjson", "docker-config", secret, planned.origin()));
            } else if (planned.logsIn()) {
                logins.add(login(site, secret));
            }
        }
        List<Leaf> checked = existing ? List.of(text(planned.name(), planned.origin())) : List.of();
        return Mapping.EMPTY
                .with("name", text(planned.name(), planned.origin()))
                .with("namespace", text(planned.namespace(), planned.origin()))
                .with("type", text(planned.shape().type(), planned.origin()))
                .with("keys", Sequence.of(keys))
                .with("logins", Sequence.of(logins))
                .with("existing", Sequence.of(checked))
                .with("made", Sequence.of(existing ? List.of() : List.of(Mapping.EMPTY)));
    }

    /** One entry of the object, and where it is read. */
    private static Mapping key(String data, String field, Block<Secret> secret, Origin because) {
        return read(field, secret).with("data", text(data, because));
    }

    /** User and password for every registry that this secret is the login of. */
    private static Mapping login(Site site, Block<Secret> secret) {
        List<Leaf> servers = site.all(Registry.KIND).stream()
                .filter(registry -> registry.get(Registry.PULL)
                        .filter(pull -> pull.value() == secret)
                        .isPresent())
                .map(registry -> Leaf.of(registry.get(Registry.HOST)))
                .toList();
        return Mapping.EMPTY
                .with("username", read("username", secret))
                .with("password", read("password", secret))
                .with("servers", Sequence.of(servers));
    }

    /** Where a field is read: an item in exactly one of {@code env}, {@code file}, {@code vault}. */
    private static Mapping read(String field, Block<Secret> secret) {
        Fact<SecretSource> source = Secret.source(secret, field).orElseThrow();
        SecretSource from = source.value();
        boolean variable = from.place() == SecretSource.Place.ENV;
        Mapping item = Mapping.EMPTY.with(
                "where",
                Leaf.of(source.map(found -> variable ? new Variable(found.where()) : new Text(found.where()))));
        if (from.place() == SecretSource.Place.VAULT) {
            item = item.with(
                    "field", Leaf.text(source.map(found -> found.field().isEmpty() ? field : found.field())));
        }
        Mapping read = Mapping.EMPTY;
        for (SecretSource.Place place :
                List.of(SecretSource.Place.ENV, SecretSource.Place.FILE, SecretSource.Place.VAULT)) {
            read = read.with(place.word(), Sequence.of(from.place() == place ? List.of(item) : List.of()));
        }
        return read;
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
