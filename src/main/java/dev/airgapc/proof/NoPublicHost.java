package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamHost;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Side;
import dev.airgapc.site.SiteCodes;

/** A file that is used inside names only hosts that the site declares. */
final class NoPublicHost implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            if (file.side() == Side.INSIDE) {
                file.content().leaves().forEach((pointer, leaf) -> leaf(subject, file, pointer, leaf, report));
            }
        }
    }

    private static void leaf(Subject subject, OutputFile file, String pointer, Leaf leaf, Report report) {
        if (leaf.value() instanceof UpstreamKey key) {
            if (subject.plan().images().stream()
                    .noneMatch(image -> image.upstream().equals(key.upstream()))) {
                report.add(outside(
                                subject,
                                file,
                                pointer,
                                leaf,
                                key.upstream().registry().text())
                        .help("no registry of the site has a place for `" + key.text() + "`"));
            }
            return;
        }
        if (leaf.value() instanceof UpstreamHost key && !subject.isCovered(key.host())) {
            report.add(outside(subject, file, pointer, leaf, key.text())
                    .help("no node file leads it to a registry of the site"));
        }
        for (Host host : HostNames.of(leaf.value())) {
            if (!subject.boundary().holds(host) && !kept(subject, leaf.value())) {
                report.add(outside(subject, file, pointer, leaf, host.text()).help(remedy(leaf.value(), host)));
            }
        }
    }

    /** An image under its upstream name is in order where the nodes lead it to the site. */
    private static boolean kept(Subject subject, Scalar value) {
        return value instanceof ImageName name
                && name.isUpstream()
                && subject.isCovered(name.written().registry());
    }

    private static String remedy(Scalar value, Host host) {
        boolean image =
                value instanceof Text text && Image.parse(text.text()).value().isPresent();
        return image
                ? "no `mirror` has a place for `" + value.text() + "`: declare `image NAME { source = \"" + value.text()
                        + "\" }` and write its place inside, as `mapping.txt` has it"
                : "use a server of the site, or add `" + host.name() + "` to `site.hosts` if it is one";
    }

    private static Diagnostic outside(Subject subject, OutputFile file, String pointer, Leaf leaf, String host) {
        return Diagnostic.of(
                        SiteCodes.PUBLIC_HOST,
                        subject.place(leaf.origin(), host),
                        "`" + host + "` is not inside the site")
                .label("it would stand in " + file.path() + ":" + pointer);
    }
}
