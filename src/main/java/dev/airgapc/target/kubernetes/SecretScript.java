package dev.airgapc.target.kubernetes;

import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Sequence;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.output.YamlPrinter;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Outputs;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.target.Contexts;
import dev.airgapc.target.InsideScripts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The script that reads the secrets of a site, by what becomes of its objects. */
enum SecretScript {
    /** They are put into the cluster. */
    CREATE("create-secrets"),
    /** Files that the Sealed Secrets controller opens (bitnami-labs/sealed-secrets:README.md). */
    SEAL("seal-secrets"),
    /** Files that SOPS opens (getsops/sops:README.rst). */
    ENCRYPT("encrypt-secrets");

    private final String name;

    SecretScript(String name) {
        this.name = name;
    }

    /** What the operator does not make, a script puts into the cluster. */
    static SecretScript of(Site site) {
        return site.all(Outputs.KIND).stream()
                .findFirst()
                .map(outputs -> switch (outputs.get(Outputs.SECRETS).value()) {
                    case SCRIPT, EXTERNAL_SECRETS -> CREATE;
                    case SEALED_SECRETS -> SEAL;
                    case SOPS -> ENCRYPT;
                })
                .orElse(CREATE);
    }

    /** The script, and what it reads besides secrets. */
    List<OutputFile> files(Site site, List<SecretObject> objects) {
        List<OutputFile> files = new ArrayList<>();
        Mapping facts = SecretFacts.script(objects, this == CREATE ? SecretScript::context : SecretScript::clusterName);
        boolean clusters = objects.stream().anyMatch(object -> object.cluster().isPresent());
        files.add(new OutputFile(
                KubernetesTarget.FOLDER + name + ".sh",
                Side.INSIDE,
                Program.BASH,
                new TemplatePrinter("kubernetes/" + name + ".sh", Quoting.SHELL),
                this == CREATE ? facts : facts.with("clusters", InsideScripts.flag(clusters))));
        if (this == ENCRYPT) {
            files.add(new OutputFile(
                    KubernetesTarget.FOLDER + ".sops.yaml",
                    Side.INSIDE,
                    Program.SOPS,
                    new YamlPrinter(),
                    SopsRules.of(site)));
        }
        return files;
    }

    /** Those whose keys the server makes can be made only once it runs; the others come before it. */
    List<Step> steps(Site site, List<SecretObject> objects) {
        List<Step> steps = new ArrayList<>();
        for (boolean later : List.of(false, true)) {
            List<SecretObject> now = objects.stream()
                    .filter(object -> object.isMadeLater() == later)
                    .toList();
            if (!now.isEmpty()) {
                Mapping facts = SecretFacts.steps(now)
                        .with("first", InsideScripts.flag(!later))
                        .with("checked", InsideScripts.flag(this == CREATE));
                if (this != CREATE) {
                    facts = facts.with("site", Leaf.text(site.block().get(SiteBlock.NAME)))
                            .with("clusters", clusters(now));
                }
                steps.add(new Step(
                        later ? Step.Phase.SECRETS : Step.Phase.FIRST_SECRETS, "kubernetes/" + name + ".md", facts));
            }
        }
        return steps;
    }

    private static Leaf context(SecretObject object) {
        return Contexts.of(object.cluster(), object.planned().origin());
    }

    private static Leaf clusterName(SecretObject object) {
        return object.cluster()
                .map(cluster -> Leaf.text(cluster.named(cluster.name())))
                .orElseGet(() -> object.text(""));
    }

    /** Of each cluster the folder that its files are in, and the namespaces that they need; an object that exists is in no file. */
    private static Sequence clusters(List<SecretObject> objects) {
        Map<String, List<SecretObject>> clusters = new LinkedHashMap<>();
        objects.stream()
                .filter(object -> !object.isExisting())
                .forEach(object -> clusters.computeIfAbsent(
                                clusterName(object).value().text(), first -> new ArrayList<>())
                        .add(object));
        return Sequence.of(clusters.values().stream()
                .map(own -> Mapping.EMPTY
                        .with(
                                "folder",
                                Sequence.of(own.get(0).cluster().stream()
                                        .map(cluster -> Leaf.text(cluster.named(cluster.name())))
                                        .toList()))
                        .with("namespaces", SecretFacts.namespaces(own)))
                .toList());
    }
}
