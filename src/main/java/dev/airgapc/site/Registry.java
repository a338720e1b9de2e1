package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.language.Arrows;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Many;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;
import dev.airgapc.language.Types;
import java.util.List;

/** {@code registry}: where images are pulled from within the gap. */
public interface Registry {
    Kind<Registry> KIND = Kind.<Registry>named(
                    "registry", "A registry within the gap: the only place that images are pulled from.")
            .alias("docker-registry", "container-registry", "image-registry", "harbor", "docker", "repository")
            .meaning("host", "url", "endpoint", "address", "server", "hostname")
            .meaning("path", "project", "prefix")
            .meaning("pull", "credentials", "login", "auth", "pull-secret")
            .meaning("ca", "certificate", "trust", "certificates")
            .advise("insecure", "write `tls = skip` for an unchecked certificate, `tls = off` for no encryption");

    One<Registry, Host> HOST =
            KIND.required("host", SiteTypes.HOST, "Host and port: the first part of every image reference inside.");

    One<Registry, String> PATH = KIND.one(
            "path",
            SiteTypes.REPOSITORY_PATH,
            Defaults.constant("", "no project before the path of an image"),
            "The project before everything: `host/path/…`.");

    Maybe<Registry, Block<Secret>> PULL = KIND.maybe(
            "pull",
            Types.to(Secret.KIND),
            Defaults.none("anonymous"),
            "Login for pulls, in each namespace that pulls.");

    Maybe<Registry, Block<Secret>> PUSH =
            KIND.maybe("push", Types.to(Secret.KIND), Defaults.same(PULL), "Login of `inside/load/images.sh`.");
    One<Registry, Tls> TLS = KIND.one(
            "tls",
            Types.oneOf(List.of(Tls.values())),
            Defaults.constant(Tls.VERIFY, "it must prove who it is"),
            "Whether connections are encrypted and its certificate is verified.");
    Many<Registry, Block<Trust>> CA =
            KIND.many("ca", Types.to(Trust.KIND), Defaults.all(Trust.KIND), "Who signed its certificate.");
    Arrows<Registry, String> MIRROR = KIND.arrows(
            "mirror",
            SiteTypes::upstream,
            SiteTypes.REPOSITORY_PATH,
            "Where images of an upstream lie; without an arrow, below the upstream's own host name.");
}
