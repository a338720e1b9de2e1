package dev.airgapc.target;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Text;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Node;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.Index;
import dev.airgapc.site.Trust;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Package indexes as pip and uv are told of them: the same ones in the same order. */
public record Indexes(List<Fact<Block<Index>>> blocks) {
    private static final Citation PIP = new Citation("pypa/pip:src/pip/_internal/cli/cmdoptions.py", "");
    private static final Citation UV = new Citation("astral-sh/uv:docs/concepts/indexes.md", "");

    public Indexes {
        blocks = List.copyOf(blocks);
    }

    /** The one that takes the place of the public index. */
    public Optional<Fact<Url>> replacing() {
        return urls(Index.Role.REPLACE).stream().findFirst();
    }

    /** Those that are searched beside it. */
    public List<Fact<Url>> extra() {
        return urls(Index.Role.EXTRA);
    }

    /** The hosts that are believed without proof, each once. */
    public List<Fact<Host>> trusted() {
        List<Fact<Host>> hosts = new ArrayList<>();
        for (Fact<Block<Index>> index : blocks) {
            boolean known = hosts.stream()
                    .anyMatch(host -> host.value()
                            .equals(index.value().get(Index.URL).value().host()));
            if (Index.isTrusted(index.value()) && !known) {
                hosts.add(index.then(block -> block.get(Index.URL)).map(Url::host));
            }
        }
        return hosts;
    }

    /** Where the certificates are that they are verified with, if a file says so. */
    public Optional<Fact<Text>> certificates() {
        List<Origin> origins = blocks.stream()
                .filter(index -> !Index.isTrusted(index.value()))
                .flatMap(index -> index.value().get(Index.CA).stream())
                .map(Fact::origin)
                .toList();
        return origins.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact<>(new Text(Trust.BUNDLE), Origin.all(origins)));
    }

    /** {@code pip.conf}. Keys are those of pip's own options. */
    public Mapping pipConf() {
        Mapping global = Mapping.EMPTY;
        for (Fact<Url> url : replacing().stream().toList()) {
            global = global.with("index-url", Leaf.of(url).under(PIP));
        }
        global = several(global, "extra-index-url", extra());
        global = several(global, "trusted-host", trusted());
        for (Fact<Text> path : certificates().stream().toList()) {
            global = global.with("cert", Leaf.of(path).under(PIP));
        }
        Fact<Flag> quiet =
                new Fact<>(new Flag(true), new Origin.Demanded("pip looks for a newer pip on the public index", PIP));
        return Mapping.EMPTY.with(
                "global",
                global.with("disable-pip-version-check", Leaf.of(quiet).under(PIP)));
    }

    private static Mapping several(
            Mapping section, String key, List<? extends Fact<? extends dev.airgapc.fact.Scalar>> values) {
        return values.isEmpty()
                ? section
                : section.with(
                        key,
                        Sequence.of(values.stream()
                                .map(value -> Leaf.of(value).under(PIP))
                                .toList()));
    }

    /** {@code uv.toml}. The first index that has a package wins, so the one that replaces the public one comes last, as in pip's list. */
    public Mapping uvToml() {
        List<Mapping> tables = new ArrayList<>();
        for (Fact<Block<Index>> index : blocks) {
            Block<Index> block = index.value();
            Fact<Index.Role> role = block.get(Index.ROLE);
            Mapping table = Mapping.EMPTY
                    .with("name", Leaf.text(block.named(block.name())).under(UV))
                    .with("url", Leaf.of(index.then(one -> one.get(Index.URL))).under(UV));
            tables.add(
                    role.value() == Index.Role.REPLACE
                            ? table.with(
                                    "default",
                                    Leaf.of(role.map(any -> new Flag(true))).under(UV))
                            : table);
        }
        Mapping file = Mapping.EMPTY;
        if (!trusted().isEmpty()) {
            List<Node> hosts = new ArrayList<>();
            trusted().forEach(host -> hosts.add(Leaf.of(host).under(UV)));
            file = file.with("allow-insecure-host", Sequence.of(hosts));
        }
        return file.with("index", Sequence.of(tables));
    }

    private List<Fact<Url>> urls(Index.Role role) {
        return blocks.stream()
                .filter(index -> index.value().get(Index.ROLE).value() == role)
                .map(index -> index.then(block -> block.get(Index.URL)))
                .toList();
    }
}
