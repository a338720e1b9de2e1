package dev.airgapc.site;

import dev.airgapc.fact.Url;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;

/** {@code chart-repo}: where Helm finds charts within the gap. */
public interface ChartRepo {
    Kind<ChartRepo> KIND = Kind.<ChartRepo>named(
                    "chart-repo",
                    "A repository of Helm charts within the gap; without one, charts are installed from files.")
            .alias("helm", "charts", "helm-repo", "chart-repository", "chart-museum")
            .later("credentials")
            .meaning("url", "host", "endpoint", "address", "server");

    One<ChartRepo, Url> URL =
            KIND.required("url", SiteTypes.CHART_URL, "Its address: `oci://…`, or the folder of `index.yaml`.");
    Maybe<ChartRepo, Block<Secret>> PUSH = KIND.maybe(
            "push",
            Types.to(Secret.KIND),
            Defaults.none("the login of whoever runs it"),
            "Login of `inside/load/charts.sh`.");
    One<ChartRepo, Url> UPLOAD = KIND.one(
            "upload",
            SiteTypes.CHART_URL,
            Defaults.derived(URL, url -> url, "`url`"),
            "Where charts are put: `helm push` for `oci://…`, `curl` for others.");
}
