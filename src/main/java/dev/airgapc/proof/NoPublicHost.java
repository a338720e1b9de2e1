package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.ImagePath;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.UpstreamHost;
import dev.airgapc.fact.UpstreamKey;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.output.Side;
import dev.airgapc.site.SiteCodes;
import java.util.Map;
import java.util.Objects;

/** A file that is used inside names only hosts that the site declares. */
final class NoPublicHost implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            if (file.side() == Side.INSIDE) {
                Map<String, Leaf> leaves = file.content().leaves();
                leaves.keySet().forEach(pointer -> leaf(subject, file, leaves, pointer, report));
            }
        }
    }

    private static void leaf(
            Subject subject, OutputFile file, Map<String, Leaf> leaves, String pointer, Report report) {
        Leaf leaf = Objects.requireNonNull(leaves.get(pointer));
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
        for (HostNames.Named named : HostNames.of(leaves, pointer)) {
            boolean inside = named.host().filter(subject.boundary()::holds).isPresent();
            if (!inside && !kept(subject, leaf.value())) {
                report.add(outside(subject, file, pointer, leaf, named.text()).help(remedy(leaf.value(), named)));
            }
        }
    }

    /** An image under its upstream name is in order where the nodes lead it to the site. */
    private static boolean kept(Subject subject, Scalar value) {
        Scalar image = value instanceof ImagePath path ? path.name() : value;
        return image instanceof ImageName name
                && name.isUpstream()
                && subject.isCovered(name.written().registry());
    }

    private static String remedy(Scalar value, HostNames.Named named) {
        if (named.host().isEmpty()) {
            return "write the name of a server of the site: letters, digits, hyphens and dots";
        }
        boolean image =
                value instanceof Text text && Image.parse(text.text()).value().isPresent();
        return image
                ? "no `mirror` has a place for `" + value.text() + "`: declare `image NAME { source = \"" + value.text()
                        + "\" }` and write its place inside, as `mapping.txt` has it"
                : "use a server of the site, or add `" + named.host().get().name() + "` to `site.hosts` if it is one";
    }

    private static Diagnostic outside(Subject subject, OutputFile file, String pointer, Leaf leaf, String host) {
        return Diagnostic.of(
                        SiteCodes.PUBLIC_HOST,
                        subject.place(leaf.origin(), host),
                        "`" + host + "` is not inside the site")
                .label("it would stand in " + file.path() + ":" + pointer);
    }
}
