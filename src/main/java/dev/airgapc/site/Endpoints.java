package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.One;
import java.util.ArrayList;
import java.util.List;

/** The servers that a site declares for its own use. */
public final class Endpoints {
    private Endpoints() {}

    /** Every one, in the order of the vocabulary. */
    public static List<Fact<Host>> of(Site site) {
        List<Fact<Host>> endpoints = new ArrayList<>();
        site.all(Registry.KIND).forEach(registry -> endpoints.add(registry.get(Registry.HOST)));
        site.all(Index.KIND).forEach(index -> endpoints.add(index.get(Index.URL).map(Url::host)));
        for (Block<ClearmlServer> server : site.all(ClearmlServer.KIND)) {
            for (One<ClearmlServer, Url> address : List.of(ClearmlServer.API, ClearmlServer.WEB, ClearmlServer.FILES)) {
                endpoints.add(server.get(address).map(Url::host));
            }
        }
        return endpoints;
    }
}
