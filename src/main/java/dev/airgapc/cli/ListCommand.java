package dev.airgapc.cli;

import dev.airgapc.compile.Compilation;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Url;
import dev.airgapc.output.Side;
import dev.airgapc.plan.Plan;
import dev.airgapc.target.Target;
import dev.airgapc.target.Targets;
import java.io.IOException;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code list}: what a site needs, one a line. */
final class ListCommand implements Command {
    private static final List<String> WHAT = List.of("images", "charts", "secrets", "hosts", "targets");

    @Override
    public String name() {
        return "list";
    }

    @Override
    public String summary() {
        return "print what a site needs, one a line: " + String.join(", ", WHAT);
    }

    @Override
    public List<String> examples() {
        return List.of("airgapc list images site.ag", "airgapc list hosts");
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addPositional(Arguments.choice("0", "WHAT", "1", WHAT, ""));
        spec.addPositional(Arguments.word("1", "FILE", "0..1", "the page"));
    }

    @Override
    public int run(ParseResult arguments, Terminal terminal) throws Failure, IOException {
        String what = arguments.matchedPositionalValue(0, "");
        if (!WHAT.contains(what)) {
            throw new Failure(Exit.USAGE, "`" + what + "` cannot be listed; there are " + String.join(", ", WHAT));
        }
        if (what.equals("targets")) {
            Targets.ALL.stream().map(Target::name).forEach(terminal.out()::println);
            return Exit.CLEAN;
        }
        String file = arguments.matchedPositionalValue(1, "");
        Page page = Page.of(
                Pages.named(file.isEmpty() ? List.of() : List.of(file), terminal)
                        .get(0),
                terminal);
        if (page.compilation().report().hasErrors()) {
            new Printing.Text(Arguments.style(arguments, terminal), terminal).page(page);
            return Exit.FINDINGS;
        }
        list(what, page.compilation()).forEach(terminal.out()::println);
        return Exit.CLEAN;
    }

    private static List<String> list(String what, Compilation compilation) {
        Plan plan = compilation.plan().orElseThrow();
        return switch (what) {
            case "images" ->
                plan.images().stream().map(image -> image.upstream().text()).toList();
            case "charts" ->
                plan.charts().stream()
                        .map(chart -> chart.source().text() + " "
                                + chart.version().value().text())
                        .toList();
            case "secrets" ->
                plan.secrets().stream()
                        .map(secret -> secret.namespace().value() + "/" + secret.name())
                        .toList();
            default -> hosts(compilation);
        };
    }

    /** Every host that a file inside names. */
    private static List<String> hosts(Compilation compilation) {
        TreeSet<String> hosts = new TreeSet<>();
        compilation.files().stream()
                .filter(file -> file.side() == Side.INSIDE)
                .flatMap(file -> file.content().leaves().values().stream())
                .forEach(leaf -> {
                    Scalar value = leaf.value();
                    if (value instanceof Host host) {
                        hosts.add(host.text());
                    } else if (value instanceof Url url) {
                        hosts.add(url.host().text());
                    } else if (value instanceof ImageName name) {
                        hosts.add(name.inside().registry().text());
                    }
                });
        return List.copyOf(hosts);
    }
}
