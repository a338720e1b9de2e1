package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import java.util.ArrayList;
import java.util.List;

/** An image lies on a registry of the site or is fetched outside; a host inside that is no registry can be neither. */
final class ImageWithoutRegistry implements SiteRule<ClearmlAgent> {
    @Override
    public Code code() {
        return Code.error("AG0506", "image-without-registry");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        List<Fact<Image>> images = new ArrayList<>(List.of(agent.get(ClearmlAgent.IMAGE)));
        agent.get(ClearmlAgent.QUEUES).forEach(queue -> queue.get(Queue.IMAGE).ifPresent(images::add));
        List<Host> registries = site.all(Registry.KIND).stream()
                .map(registry -> registry.get(Registry.HOST).value())
                .toList();
        for (Fact<Image> image : images) {
            Host host = image.value().registry();
            if (site.boundary().holds(host) && !registries.contains(host)) {
                report.add(Diagnostic.of(
                                code(),
                                image.origin().written().orElseThrow().span(),
                                "`" + host.text() + "` is inside the site, and none of its registries")
                        .help("the registries are "
                                + String.join(
                                        ", ",
                                        registries.stream().map(Host::text).toList())));
            }
        }
    }
}
