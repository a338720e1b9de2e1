package dev.airgapc.rule;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.Block;
import dev.airgapc.language.Kind;
import dev.airgapc.site.ClearmlServer;
import dev.airgapc.site.Site;

/** Without its file server a server needs a store: tasks have to put what they make somewhere. */
final class FileserverWithoutStorage implements SiteRule<ClearmlServer> {
    @Override
    public Code code() {
        return Code.error("AG0520", "fileserver-without-storage");
    }

    @Override
    public Kind<ClearmlServer> subject() {
        return ClearmlServer.KIND;
    }

    @Override
    public void check(Block<ClearmlServer> server, Site site, Report report) {
        Fact<Boolean> fileserver = server.get(ClearmlServer.FILESERVER);
        if (!fileserver.value() && server.get(ClearmlServer.STORAGE).isEmpty()) {
            report.add(Diagnostic.of(
                            code(),
                            Spans.of(fileserver),
                            "files have no place without the file server of " + server.words())
                    .help("write `storage = object-store.NAME` in it, or leave `fileserver` out"));
        }
    }
}
