package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.CarriedImage;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Registry;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * An image lies on a registry of the site or is fetched outside; a host inside that is no registry can be neither. The place of an
 * image inside is always on a registry. An image that lies in an {@code image} block is blamed there.
 */
final class ImageWithoutRegistry implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.error("AG0506", "image-without-registry");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        List<Fact<Image>> images = new ArrayList<>();
        for (Block<CarriedImage> carried : site.all(CarriedImage.KIND)) {
            images.add(carried.get(CarriedImage.SOURCE));
            carried.get(CarriedImage.INSIDE)
                    .filter(place -> !isRegistry(place, site))
                    .ifPresent(place -> report.add(without(
                            place, "`" + place.value().registry().text() + "` is no registry of the site", site)));
        }
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            images.add(agent.get(ClearmlAgent.IMAGE));
            agent.get(ClearmlAgent.QUEUES)
                    .forEach(queue -> queue.get(Queue.IMAGE).ifPresent(images::add));
        }
        for (Fact<Image> image : images) {
            Host host = image.value().registry();
            if (Spans.stated(image).isPresent() && site.boundary().holds(host) && !isRegistry(image, site)) {
                report.add(
                        without(image, "`" + host.text() + "` is inside the site, and none of its registries", site));
            }
        }
    }

    private static boolean isRegistry(Fact<Image> image, Site site) {
        return hosts(site).contains(image.value().registry());
    }

    private static List<Host> hosts(Site site) {
        return site.all(Registry.KIND).stream()
                .map(registry -> registry.get(Registry.HOST).value())
                .toList();
    }

    private Diagnostic without(Fact<Image> image, String message, Site site) {
        return Diagnostic.of(code(), Spans.of(image), message)
                .help("the registries are "
                        + String.join(", ", hosts(site).stream().map(Host::text).toList()));
    }
}
