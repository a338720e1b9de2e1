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

/**
 * What is trusted is an authority, not a server: a server's own certificate is believed by some clients, and only until it is
 * renewed (RFC 5280, section 4.2.1.9).
 */
final class LeafCertificate implements SiteRule<Trust> {
    @Override
    public Code code() {
        return Code.warning("AG0412", "leaf-certificate");
    }

    @Override
    public Kind<Trust> subject() {
        return Trust.KIND;
    }

    @Override
    public void check(Block<Trust> trust, Site site, Report report) {
        for (Fact<Certificates> file : trust.get(Trust.CERTIFICATES)) {
            for (X509Certificate certificate : file.value().decoded()) {
                if (!isAuthority(certificate)) {
                    report.add(Diagnostic.of(
                                    code(),
                                    Spans.of(file),
                                    "`" + file.value().path() + "` holds a certificate that may sign no other")
                            .label("`" + name(certificate) + "`")
                            .help("trust the authority that signed it; it has `CA:TRUE` among its basic constraints"));
                }
            }
        }
    }

    /** Roots of the first version have no constraints at all. */
    private static boolean isAuthority(X509Certificate certificate) {
        boolean old = certificate.getVersion() < 3
                && certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        return old || certificate.getBasicConstraints() >= 0;
    }

    /** Whom a certificate is about, without what would break a line of the terminal. */
    static String name(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().replaceAll("[\\p{Cntrl}`]", "?");
    }
}
