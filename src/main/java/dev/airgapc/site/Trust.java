package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code trust}: who signs certificates within the gap. */
public interface Trust {
    Kind<Trust> KIND = Kind.<Trust>named("trust", "Authorities that sign the certificates of the site's servers.")
            .alias("ca", "certificate", "certificates", "cert", "truststore")
            .meaning("certificates", "files", "file", "ca", "pem", "path");

    /** Where every container and every machine finds the certificates, in one file. */
    String BUNDLE = "/etc/airgap/ca/ca-bundle.crt";

    Many<Trust, Certificates> CERTIFICATES =
            KIND.requiredMany("certificates", Certificates.TYPE, "Files of certificates in PEM.");

    /** The certificates of several blocks as one file; nothing if there are none. */
    static Optional<Fact<String>> bundle(List<Fact<Block<Trust>>> blocks) {
        List<String> pem = new ArrayList<>();
        List<Origin> origins = new ArrayList<>();
        for (Fact<Block<Trust>> block : blocks) {
            for (Fact<Certificates> file : block.value().get(CERTIFICATES)) {
                pem.addAll(file.value().blocks());
                origins.add(file.origin());
            }
        }
        return pem.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact<>(String.join("\n", pem) + "\n", Origin.all(origins)));
    }

    /** Everything that a site trusts. */
    static Optional<Fact<String>> bundle(Site site) {
        return bundle(site.all(KIND).stream().map(block -> block.named(block)).toList());
    }
}
