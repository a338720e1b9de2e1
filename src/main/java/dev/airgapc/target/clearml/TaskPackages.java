package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.plan.Contribution;
import dev.airgapc.plan.Need;
import dev.airgapc.site.App;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServing;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;

/** The Python packages without which no task of an agent starts, no session of an application and no endpoint of a model. */
final class TaskPackages {
    private final Product product;
    private final List<Need> needs = new ArrayList<>();

    private TaskPackages(Product product) {
        this.product = product;
    }

    /** Those of a whole site; none where no index takes the place of the public one. */
    static Contribution of(Site site) {
        if (Index.loaded(site).isEmpty()) {
            return Contribution.NONE;
        }
        TaskPackages packages = new TaskPackages(site.product("python-packages"));
        site.all(ClearmlAgent.KIND).forEach(packages::agent);
        site.all(App.KIND).forEach(packages::app);
        site.all(ClearmlServing.KIND).forEach(packages::serving);
        return new Contribution(List.of(), packages.needs, List.of(), List.of());
    }

    /** The agent within each task, at the version of the one that starts it; pip as that one asks for it. */
    private void agent(Block<ClearmlAgent> agent) {
        String group = "agent-" + agent.name();
        Fact<String> itself = agent.get(ClearmlAgent.VERSION)
                .map(version -> version.map(Version::text).map(text -> "clearml-agent==" + text))
                .orElseGet(() -> agent.named("clearml-agent"));
        needs.add(new Need.OfPackage(itself, group, agent, "the agent within a task"));
        stated(agent, group, "agent", "with");
        if (agent.get(ClearmlAgent.PACKAGE_MANAGER).value() == ClearmlAgent.Packages.POETRY) {
            stated(agent, group, "agent", "poetry");
        }
        List<Fact<String>> versions = agent.get(ClearmlAgent.PIP_VERSIONS);
        versions.forEach(version -> needs.add(
                new Need.OfPackage(version.map(text -> "pip" + text), group, agent, "the pip that it asks for")));
        if (versions.isEmpty()) {
            for (Product.Stated row : rows("agent", "pip")) {
                needs.add(new Need.OfPackage(because(agent, row, "pip" + row.text()), group, agent, "its own pip"));
            }
        }
    }

    private void app(Block<App> app) {
        stated(app, "app-" + app.name(), "session");
    }

    /** What makes its endpoints, and what a page adds to it: in the pods they stand beside each other. */
    private void serving(Block<ClearmlServing> serving) {
        String group = "serving-" + serving.name();
        stated(serving, group, "serving");
        serving.get(ClearmlServing.PACKAGES)
                .forEach(wanted -> needs.add(new Need.OfPackage(wanted, group, serving, "what its pods install")));
    }

    private void stated(Block<?> user, String group, String... path) {
        for (Product.Stated row : rows(path)) {
            needs.add(new Need.OfPackage(because(user, row, row.text()), group, user, user.words()));
        }
    }

    private List<Product.Stated> rows(String... path) {
        return product.stated(product.versions().get(0), path);
    }

    private static Fact<String> because(Block<?> user, Product.Stated row, String text) {
        Origin demanded = new Origin.Demanded("the vendor's list of packages", row.source());
        return new Fact<>(text, Origin.all(List.of(demanded, user.named(text).origin())));
    }
}
