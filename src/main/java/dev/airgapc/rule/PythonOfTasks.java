package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Bootstrap;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.Index;
import dev.airgapc.site.Site;
import dev.airgapc.site.SiteBlock;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Packages are fetched for the Pythons that the site names; a task with another one finds none that fits. */
final class PythonOfTasks implements SiteRule<ClearmlAgent> {
    private static final Pattern TAG = Pattern.compile("(3\\.\\d+)(\\.\\d+)?([.-].*)?");

    @Override
    public Code code() {
        return Code.warning("AG0558", "python-of-tasks");
    }

    @Override
    public Kind<ClearmlAgent> subject() {
        return ClearmlAgent.KIND;
    }

    @Override
    public void check(Block<ClearmlAgent> agent, Site site, Report report) {
        if (Index.loaded(site).isEmpty()) {
            return;
        }
        List<String> known = site.block().get(SiteBlock.PYTHON).stream()
                .map(version -> version.value().text())
                .toList();
        agent.get(ClearmlAgent.BOOTSTRAP)
                .forEach(bootstrap -> bootstrap
                        .get(Bootstrap.PYTHON)
                        .ifPresent(version -> check(version.value(), Spans.of(version), known, report)));
        Fact<Image> image = agent.get(ClearmlAgent.IMAGE);
        Matcher tag = TAG.matcher(image.value().tag());
        String repository = image.value().repository();
        if (repository.substring(repository.lastIndexOf('/') + 1).equals("python") && tag.matches()) {
            Version.parse(tag.group(1)).value().ifPresent(version -> check(version, Spans.of(image), known, report));
        }
    }

    private void check(Version version, Span at, List<String> known, Report report) {
        String text = version.text().replaceFirst("^(\\d+\\.\\d+)\\..*", "$1");
        if (!known.contains(text)) {
            report.add(Diagnostic.of(
                            code(),
                            at,
                            "no package is fetched for Python " + text + ": `python` of the site has "
                                    + String.join(", ", known))
                    .help("write `python = [" + (known.isEmpty() ? "" : "\"" + String.join("\", \"", known) + "\", ")
                            + "\"" + text + "\"]` in `site`"));
        }
    }
}
