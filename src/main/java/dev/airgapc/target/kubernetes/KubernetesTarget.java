package dev.airgapc.target.kubernetes;

import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.YamlDocumentsPrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Plan;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.Target;
import java.util.ArrayList;
import java.util.List;

/** The objects that Kubernetes must hold before anything is installed: the secrets that the plan collected. */
public final class KubernetesTarget implements Target {
    static final String FOLDER = "inside/kubernetes/";

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
                            .with("namespaces", SecretFacts.namespaces(external))));
        }
        SecretScript script = SecretScript.of(site);
        if (!scripted.isEmpty()) {
            files.addAll(script.files(site, scripted));
            steps.addAll(script.steps(site, scripted));
        }
        if (!objects.isEmpty()) {
            Mapping facts = Mapping.EMPTY
                    .with("external", InsideScripts.flag(!external.isEmpty()))
                    .with("script", InsideScripts.flag(!scripted.isEmpty() && script == SecretScript.CREATE))
                    .with("sealed", InsideScripts.flag(!scripted.isEmpty() && script == SecretScript.SEAL))
                    .with("encrypted", InsideScripts.flag(!scripted.isEmpty() && script == SecretScript.ENCRYPT));
            steps.add(new Step(Step.Phase.LATER, "kubernetes/later-secrets.md", facts));
        }
        return Contribution.of(files, steps);
    }
}
