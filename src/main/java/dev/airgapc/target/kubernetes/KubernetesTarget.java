package dev.airgapc.target.kubernetes;

import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.output.YamlDocumentsPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The objects that Kubernetes must hold before anything is installed: the secrets that the plan collected. */
public final class KubernetesTarget implements Target {
    private static final String FOLDER = "inside/kubernetes/";

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public Contribution supply(Site site, Plan plan) {
        List<SecretObject> objects = plan.secrets().stream()
                .map(secret -> SecretObject.of(site, secret))
                .toList();
        List<SecretObject> external =
                objects.stream().filter(SecretObject::isExternal).toList();
        List<SecretObject> scripted =
                objects.stream().filter(object -> !object.isExternal()).toList();
        List<OutputFile> files = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        if (!external.isEmpty()) {
            List<Mapping> documents = external.stream().map(ExternalSecret::of).toList();
            files.add(new OutputFile(
                    FOLDER + "external-secrets.yaml",
                    Side.INSIDE,
                    Program.KUBECTL,
                    new YamlDocumentsPrinter(),
                    Sequence.of(documents)));
            steps.add(new Step(
                    Step.Phase.FIRST_SECRETS,
                    "kubernetes/external-secrets.md",
                    Mapping.EMPTY
                            .with("stores", ExternalSecret.stores(external))
                            .with("namespaces", namespaces(external))));
        }
        if (!scripted.isEmpty()) {
            files.add(new OutputFile(
                    FOLDER + "create-secrets.sh",
                    Side.INSIDE,
                    Program.BASH,
                    new TemplatePrinter("kubernetes/create-secrets.sh", Quoting.SHELL),
                    CreateSecrets.facts(scripted)));
            step(steps, scripted, false);
            step(steps, scripted, true);
        }
        if (!objects.isEmpty()) {
            Mapping facts = Mapping.EMPTY
                    .with("external", InsideScripts.flag(!external.isEmpty()))
                    .with("script", InsideScripts.flag(!scripted.isEmpty()));
            steps.add(new Step(Step.Phase.LATER, "kubernetes/later-secrets.md", facts));
        }
        return Contribution.of(files, steps);
    }

    /** Every namespace that must be there before an object is put into it, once. */
    private static Sequence namespaces(List<SecretObject> objects) {
        Map<String, Leaf> namespaces = new LinkedHashMap<>();
        for (SecretObject object : objects) {
            Leaf namespace = Leaf.text(object.planned().namespace());
            namespaces.putIfAbsent(namespace.value().text(), namespace);
        }
        return Sequence.of(List.copyOf(namespaces.values()));
    }

    /** Those whose keys the server makes can be made only once it runs; the others come before it. */
    private static void step(List<Step> steps, List<SecretObject> scripted, boolean later) {
        List<SecretObject> now = scripted.stream()
                .filter(object -> object.isMadeLater() == later)
                .toList();
        if (!now.isEmpty()) {
            Mapping facts = CreateSecrets.steps(now);
            steps.add(
                    later
                            ? new Step(Step.Phase.SECRETS, "kubernetes/create-secrets.md", facts)
                            : new Step(Step.Phase.FIRST_SECRETS, "kubernetes/first-secrets.md", facts));
        }
    }
}
