package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.CarriedImage;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Queue;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code latest} is another image tomorrow, so what is fetched outside need not be what was approved. An image that lies in an
 * {@code image} block is blamed there, not where it is used.
 */
final class FloatingTag implements SiteRule<SiteBlock> {
    @Override
    public Code code() {
        return Code.warning("AG0411", "floating-tag");
    }

    @Override
    public Kind<SiteBlock> subject() {
        return SiteBlock.KIND;
    }

    @Override
    public void check(Block<SiteBlock> block, Site site, Report report) {
        List<Fact<Image>> images = new ArrayList<>();
        for (Block<CarriedImage> image : site.all(CarriedImage.KIND)) {
            if (image.get(CarriedImage.DIGEST).isEmpty()) {
                images.add(image.get(CarriedImage.SOURCE));
            }
            image.get(CarriedImage.INSIDE).ifPresent(images::add);
        }
        for (Block<ClearmlAgent> agent : site.all(ClearmlAgent.KIND)) {
            images.add(agent.get(ClearmlAgent.IMAGE));
            agent.get(ClearmlAgent.QUEUES)
                    .forEach(queue -> queue.get(Queue.IMAGE).ifPresent(images::add));
        }
        for (Fact<Image> image : images) {
            boolean floats = image.value().tag().equals("latest")
                    && image.value().digest().isEmpty();
            Spans.stated(image)
                    .filter(at -> floats)
                    .ifPresent(at -> report.add(
                            Diagnostic.of(code(), at, "`" + image.value().text() + "` is another image every day")
                                    .help("write the tag of a version, or add a digest: `@sha256:…`")));
        }
    }
}
