package dev.airgapc.site;

import dev.airgapc.catalog.Catalog;
import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.language.Block;
import dev.airgapc.language.Document;
import dev.airgapc.language.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole site: what its page says, and what is known of the products that it names.
 *
 * @param today the day of the compile, for what expires; no output depends on it
 */
public record Site(Document document, Catalog catalog, LocalDate today) {
    /** The blocks of a kind, in the order of the page. */
    public <K> List<Block<K>> all(Kind<K> kind) {
        return document.all(kind);
    }

    /** The block {@code site}; a page without errors has one. */
    public Block<SiteBlock> block() {
        return document.single(SiteBlock.KIND).orElseThrow();
    }

    public String name() {
        return block().get(SiteBlock.NAME).value();
    }

    /** What is inside: the stated hosts, and the domain itself, which is no server but the name that its servers share. */
    public Boundary boundary() {
        List<HostPattern> declared = new ArrayList<>();
        block().get(SiteBlock.HOSTS).forEach(host -> declared.add(host.value()));
        declared.add(new HostPattern(block().get(SiteBlock.DOMAIN).value().name()));
        return new Boundary(declared);
    }

    /** The namespace of an object is in this cluster; empty where the page declares none. */
    public Optional<Block<Cluster>> cluster(Optional<Address> address) {
        return address.map(at -> document.block(Cluster.KIND, at));
    }

    /** What the catalogue knows of a chart. */
    public Product product(String chart) {
        return catalog.product(chart);
    }
}
