package dev.airgapc.site;

import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.Merged;
import dev.airgapc.language.Pairs;
import dev.airgapc.language.Types;

/** {@code clearml-vault}: what the server of the enterprise edition hands to every client of a group, over its {@code clearml.conf}. */
public interface ClearmlVault {
    Kind<ClearmlVault> KIND = Kind.<ClearmlVault>named(
                    "clearml-vault",
                    "An administrator vault: settings that the server hands to every client of a group.")
            .meaning("group", "users", "user-group")
            .meaning("env", "environment", "variables", "env-vars")
            .meaning("conf", "data", "hocon", "config");

    Maybe<ClearmlVault, String> GROUP = KIND.maybe(
            "group",
            SiteTypes.LINE,
            Defaults.none("all users"),
            "The group of users that gets it, as the web application names it.");
    Pairs<ClearmlVault, String> ENV = KIND.pairs(
            "env",
            new VariableType<>(Types.string()),
            "Variables of each task. Its agent reads them when it has begun, which is too late for what starts the agent.");
    Merged<ClearmlVault, String> CONF = KIND.merged("conf", Types.text(), "More of `clearml.conf`, in HOCON.");
}
