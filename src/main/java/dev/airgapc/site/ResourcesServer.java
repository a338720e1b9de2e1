package dev.airgapc.site;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Block;
import dev.airgapc.language.Defaults;
import dev.airgapc.language.Kind;
import dev.airgapc.language.Maybe;
import dev.airgapc.language.One;

/** {@code server} of {@code clearml-bootstrap}: one container that serves builds of Python, code-server and its extensions. */
public interface ResourcesServer {
    Kind<ResourcesServer> KIND = Kind.<ResourcesServer>single(
                    "server", "A container that serves builds of Python, code-server and its extensions.")
            .meaning("url", "host", "server-host", "address")
            .meaning("vscode", "vscode-version", "code-server")
            .meaning("certificate", "ssl-cert-path", "cert")
            .meaning("private-key", "ssl-key-path", "key");

    One<ResourcesServer, Url> URL = KIND.required(
            "url",
            SiteTypes.ENDPOINT,
            "Its address, as tasks reach it: machines, containers and people, not only itself.");
    One<ResourcesServer, Version> VSCODE = KIND.one(
            "vscode",
            SiteTypes.VERSION,
            Defaults.constant(Version.parse("4.112.0").value().orElseThrow(), "what the vendor's build takes"),
            "The version of code-server in it, which the application must ask for.");
    Maybe<ResourcesServer, String> CERTIFICATE = KIND.maybe(
            "certificate",
            SiteTypes.CONTAINER_PATH,
            Defaults.none("it speaks plain http"),
            "Its certificate, a path on its machine.");
    Maybe<ResourcesServer, String> PRIVATE_KEY = KIND.maybe(
            "private-key",
            SiteTypes.CONTAINER_PATH,
            Defaults.none("it speaks plain http"),
            "The key of its certificate, a path on its machine.");
    Maybe<ResourcesServer, Image> IMAGE = KIND.maybe(
            "image",
            SiteTypes.IMAGE,
            Defaults.none("the one that `outside/files/build-bootstrap.sh` makes, carried as a file"),
            "Its image, if a registry has it.");

    /** A file that it serves. */
    static Fact<Url> file(Block<ResourcesServer> server, Object... pieces) {
        Object[] all = new Object[pieces.length + 1];
        all[0] = server.get(URL).map(url -> url.text().replaceFirst("/$", ""));
        System.arraycopy(pieces, 0, all, 1, pieces.length);
        return Fact.text(all).map(text -> Url.parse(text).value().orElseThrow());
    }

    /** The list of Pythons. */
    static Fact<Url> metadata(Block<ResourcesServer> server) {
        return file(server, "/cpython_build/download-metadata.json");
    }

    /** The file of its image, where no registry has it. */
    static Fact<String> archive(Block<ResourcesServer> server) {
        return server.get(VSCODE).map(version -> "clearml-resources-" + version.text() + ".tar");
    }
}
