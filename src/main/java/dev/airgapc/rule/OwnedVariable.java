package dev.airgapc.rule;

import dev.airgapc.catalog.Product;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.Site;
import dev.airgapc.site.TaskSettings;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A variable of one name has one source: those that the compiler writes are not the page's to set. */
final class OwnedVariable implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0509", "owned-variable");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        Product product = site.product("clearml-task");
        owned(agent.get(TaskSettings.ENV), product, report);
        agent.get(ClearmlAgent.QUEUES).forEach(queue -> owned(queue.get(TaskSettings.ENV), product, report));
    }

    private void owned(Map<String, Fact<EnvValue>> environment, Product product, Report report) {
        environment.forEach((name, value) -> {
            if (product.key(List.of("env", name)).isPresent()) {
                report.add(Diagnostic.of(
                                code(),
                                value.origin().written().orElseThrow().span(),
                                "`" + name + "` is written by airgapc, and a variable has one source")
                        .help("leave it out: " + source(name)));
            }
        });
    }

    /** The word that gives a variable. */
    static String source(String name) {
        if (name.equals("GIT_SSL_CAINFO")
                || name.equals("SSL_CERT_FILE")
                || name.endsWith("_CA_BUNDLE")
                || name.equals("PIP_CERT")) {
            return "it comes of `trust`";
        }
        if (name.startsWith("UV_PYTHON_")
                || name.startsWith("CLEARML_SKIP_")
                || List.of(
                                "CLEARML_PYTHON_VER",
                                "CLEARML_PIP_VER",
                                "CLEARML_FORCE_STATIC_GIT_BIN",
                                "CLEARML_BOOTSTRAP_CUSTOM_CMD")
                        .contains(name)) {
            return "it comes of `bootstrap` of the agent";
        }
        if (name.equals("NETRC")) {
            return "it comes of `credentials` of `index` and `conda-channel`";
        }
        if (name.startsWith("PIP_") || name.startsWith("UV_")) {
            return "it comes of `index`, and of `indexes` of the agent and its queues";
        }
        if (name.toUpperCase(Locale.ROOT).endsWith("_PROXY")) {
            return "it comes of a `proxy` that `site` names: `proxy = proxy.NAME`";
        }
        if (name.contains("VSCODE") || name.contains("DROPBEAR")) {
            return "it comes of `app vscode` and `app ssh`";
        }
        if (name.contains("GIT_")) {
            return "it comes of `git-host`";
        }
        return name.startsWith("AWS_")
                ? "it comes of the `object-store` that the server names: `storage = object-store.NAME`"
                : "it is a part of the offline profile, which is whole or nothing";
    }
}
