package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.Certificates;
import dev.airgapc.site.Site;
import dev.airgapc.site.Trust;
import java.security.cert.X509Certificate;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** What is signed by an authority that has expired is not believed (RFC 5280, section 6.1.3). The day comes of the command line. */
final class ExpiredCertificate implements SiteRule<Trust> {
    @Override
    public Code code() {
        return Code.warning("AG0409", "expired-certificate");
    }

    @Override
    public Kind<Trust> subject() {
        return Trust.KIND;
    }

    @Override
    public void check(Block<Trust> trust, Site site, Report report) {
        for (Fact<Certificates> file : trust.get(Trust.CERTIFICATES)) {
            for (X509Certificate certificate : file.value().decoded()) {
                LocalDate last = certificate
                        .getNotAfter()
                        .toInstant()
                        .atZone(ZoneOffset.UTC)
                        .toLocalDate();
                if (last.isBefore(site.today())) {
                    report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(file),
                                    "`" + file.value().path() + "` holds a certificate that expired on " + last)
                            .label("`" + LeafCertificate.name(certificate) + "`")
                            .help("put its successor into the file, and leave the old one out"));
                }
            }
        }
    }
}
