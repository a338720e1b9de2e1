package dev.airgapc.target.clearml;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Program;
import dev.airgapc.output.Quoting;
import dev.airgapc.output.Side;
import dev.airgapc.output.TemplatePrinter;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Step;
import dev.airgapc.site.Apps;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Secret;
import dev.airgapc.site.Site;
import dev.airgapc.target.InsideScripts;
import dev.airgapc.target.SecretRead;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code convert-apps.sh} and {@code upload-apps.sh}: the packages of applications name the images of the site, and then reach the server. Both
 * start the vendor's own programs, of which two dialects are documented (clearml/clearml-docs:docs/deploying_clearml/enterprise_deploy/apps_k8s.md
 * and app_install_ubuntu_on_prem.md), so each asks the program which one it speaks.
 */
final class AppScripts {
    private AppScripts() {}

    static Contribution of(Block<ClearmlServer> server, Site site) {
        List<OutputFile> files = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (Block<Apps> apps : server.get(ClearmlServer.APPS)) {
            server.get(ClearmlServer.REGISTRY).ifPresent(registry -> {
                Mapping convert = Mapping.EMPTY
                        .with("packages", Leaf.text(apps.get(Apps.PACKAGES)))
                        .with("repository", Leaf.of(repository(registry, apps)));
                Mapping upload = Mapping.EMPTY
                        .with("certificates", InsideScripts.certificates(site))
                        .with("host", Leaf.of(apps.get(Apps.HOST).orElseGet(() -> server.get(ClearmlServer.API))))
                        .with("access", SecretRead.of(apps.get(Apps.CREDENTIALS).value(), "access-key"))
                        .with("secret", SecretRead.of(apps.get(Apps.CREDENTIALS).value(), "secret-key"));
                files.add(script("convert-apps.sh", convert));
                files.add(script("upload-apps.sh", upload));
                Mapping step = convert.with(
                        "secret", Leaf.text(apps.get(Apps.CREDENTIALS).then(Secret::objectName)));
                steps.add(new Step(Step.Phase.ACCEPT, "clearml/upload-apps.md", step));
            });
        }
        return Contribution.of(files, steps);
    }

    /** A repository without a scheme and a tag: the vendor's program puts the tag of each image behind it. */
    private static Fact<Text> repository(Fact<Block<Registry>> registry, Block<Apps> apps) {
        Fact<?> host = registry.then(block -> block.get(Registry.HOST));
        Fact<String> project = registry.value().get(Registry.PATH);
        Fact<String> path = apps.get(Apps.PATH);
        return (project.value().isEmpty() ? Fact.text(host, "/", path) : Fact.text(host, "/", project, "/", path))
                .map(Text::new);
    }

    private static OutputFile script(String name, Mapping facts) {
        return new OutputFile(
                Release.FOLDER + name,
                Side.INSIDE,
                Program.BASH,
                new TemplatePrinter("clearml/" + name, Quoting.SHELL),
                facts);
    }
}
