package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Types;

/** {@code machine-group}: machines that are alike, without Kubernetes, on which Docker runs containers. */
public interface MachineGroup {
    Kind<MachineGroup> KIND = Kind.<MachineGroup>named(
                    "machine-group", "Machines that are alike, on which Docker runs containers.")
            .alias("machines", "vms", "servers", "nodes", "fleet")
            .meaning("hosts", "host", "machines", "names", "addresses")
            .meaning("gpus", "gpu", "cards")
            .later("os", "runtime");

    Many<MachineGroup, Host> HOSTS = KIND.requiredMany("hosts", SiteTypes.HOST, "Their names or addresses.");
    Maybe<MachineGroup, Long> GPUS = KIND.maybe(
            "gpus", Types.count(1, 64), Defaults.none("they have none"), "Cards in each of them, the same number.");
}
