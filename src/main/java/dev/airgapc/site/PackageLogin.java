package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A login that tasks install packages with. Programs look one up by the name of a host alone, whatever the port and the path
 * (psf/requests:src/requests/utils.py, {@code get_netrc_auth}, by which pip and conda do;
 * astral-sh/uv:docs/concepts/authentication/http.md).
 *
 * @param host of the index or channel
 */
public record PackageLogin(Fact<Host> host, Fact<Block<Secret>> secret) {
    /** The logins of an agent, those of its queues included: one for each host. */
    public static List<PackageLogin> of(Site site, Block<ClearmlAgent> agent) {
        Map<String, PackageLogin> logins = new LinkedHashMap<>();
        stated(site, agent)
                .forEach(login -> logins.putIfAbsent(login.host().value().name(), login));
        return List.copyOf(logins.values());
    }

    /** Every one that the page says for an agent, in its order, though several be of one host. */
    public static List<PackageLogin> stated(Site site, Block<ClearmlAgent> agent) {
        List<PackageLogin> logins = ofTasks(site, agent);
        agent.get(ClearmlAgent.QUEUES)
                .forEach(queue -> ofTasks(site, queue).stream()
                        .filter(login -> logins.stream().noneMatch(login::isSame))
                        .forEach(logins::add));
        return List.copyOf(logins);
    }

    /** Whether tasks with these settings install from anything that asks for a login. */
    public static boolean isNeeded(Site site, Block<? extends TaskSettings> tasks) {
        return !ofTasks(site, tasks).isEmpty();
    }

    /** The login of tasks of the queue {@code services}, where Docker Compose runs the open-source server and they are its own. */
    public static List<PackageLogin> ofServices(Site site, Block<ClearmlServer> server) {
        boolean own = ComposeRelease.server(site, server).isPresent()
                && ClearmlServer.edition(site) == ClearmlServer.Edition.OSS;
        return own
                ? server.get(ClearmlServer.INDEX).stream()
                        .flatMap(index -> of(index.value()).stream())
                        .toList()
                : List.of();
    }

    private static List<PackageLogin> of(Block<Index> index) {
        return index.get(Index.CREDENTIALS).stream()
                .map(secret -> new PackageLogin(index.get(Index.URL).map(Url::host), secret))
                .toList();
    }

    private static List<PackageLogin> ofTasks(Site site, Block<? extends TaskSettings> tasks) {
        List<PackageLogin> logins = new ArrayList<>();
        tasks.get(TaskSettings.INDEXES).forEach(index -> logins.addAll(of(index.value())));
        if (ClearmlAgent.of(site, tasks).get(ClearmlAgent.PACKAGE_MANAGER).value() == ClearmlAgent.Packages.CONDA) {
            for (Block<CondaChannel> channel : site.all(CondaChannel.KIND)) {
                channel.get(CondaChannel.CREDENTIALS)
                        .ifPresent(secret -> logins.add(
                                new PackageLogin(channel.get(CondaChannel.URL).map(Url::host), secret)));
            }
        }
        return logins;
    }

    private boolean isSame(PackageLogin other) {
        return host.value().name().equals(other.host.value().name()) && secret.value() == other.secret.value();
    }
}
