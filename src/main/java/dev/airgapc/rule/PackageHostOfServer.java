package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.language.One;
import dev.airgapc.site.ClearmlAgent;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.PackageLogin;
import dev.airgapc.site.Site;
import dev.airgapc.source.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A login in a netrc file takes the place of the token that a task sends to ClearML, where both have one host
 * (psf/requests:src/requests/sessions.py, {@code prepare_request}).
 */
final class PackageHostOfServer implements SiteRule<ClearmlServer> {
    private static final List<One<ClearmlServer, Url>> ASKED = List.of(ClearmlServer.API, ClearmlServer.FILES);

    @Override
    public Code code() {
        return Code.error("AG0562", "package-host-of-server");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        Map<Span, PackageLogin> logins = new LinkedHashMap<>();
        PackageLogin.ofServices(site, server).forEach(login -> logins.put(Spans.of(login.secret()), login));
        site.all(ClearmlAgent.KIND)
                .forEach(agent ->
                        PackageLogin.of(site, agent).forEach(login -> logins.put(Spans.of(login.secret()), login)));
        for (PackageLogin login : logins.values()) {
            ASKED.stream()
                    .map(server::get)
                    .filter(address -> address.value()
                            .host()
                            .name()
                            .equals(login.host().value().name()))
                    .findFirst()
                    .ifPresent(address -> report.add(taken(login, address)));
        }
    }

    private Diagnostic taken(PackageLogin login, Fact<Url> address) {
        return Diagnostic.of(
                        code(),
                        Spans.of(login.secret()),
                        "tasks would send this login to ClearML in place of their own token, because it has the host `"
                                + login.host().value().name() + "` too")
                .related(Spans.of(address), "the address of ClearML")
                .help("give the packages a host name of their own, or let them be read without a login");
    }
}
