package dev.airgapc.site;

import dev.airgapc.fact.Host;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Parsed;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;

/** The types of the vocabulary that are strings with a strict parser. */
final class SiteTypes {
    static final Type<Host> HOST = Types.parsed("a host", SiteCodes.NOT_A_HOST, Host::parse, Host::text);
    static final Type<Host> DOMAIN = Types.parsed("a domain", SiteCodes.NOT_A_HOST, SiteTypes::domain, Host::text);
    static final Type<HostPattern> HOST_PATTERN =
            Types.parsed("a host, a pattern or a network", SiteCodes.NOT_A_HOST, HostPattern::parse, HostPattern::text);
    static final Type<Url> URL = Types.parsed("an address", SiteCodes.NOT_A_URL, SiteTypes::web, Url::text);
    static final Type<Image> IMAGE = Types.parsed("an image", SiteCodes.NOT_AN_IMAGE, Image::parse, Image::text);
    static final Type<String> NAME = Types.parsed("a name", SiteCodes.NOT_A_NAME, SiteTypes::label, name -> name);
    static final Type<Version> VERSION =
            Types.parsed("a version", SiteCodes.NOT_A_VERSION, Version::parse, Version::text);

    /** The path of a project in a registry, or nothing: the grammar of a repository (distribution/reference:reference.go). */
    static final Type<String> REPOSITORY_PATH =
            Types.parsed("a path in a registry", SiteCodes.NOT_AN_IMAGE, SiteTypes::repositoryPath, path -> path);

    private SiteTypes() {}

    private static Parsed<Host> domain(String text) {
        return Host.parse(text).then(host -> {
            if (host.address().isPresent()) {
                return Parsed.wrong("is an address: names of servers are built from a domain");
            }
            return host.port().isPresent() ? Parsed.wrong("has a port") : Parsed.of(host);
        });
    }

    private static Parsed<Url> web(String text) {
        return Url.parse(text)
                .then(url -> url.scheme().equals("https") || url.scheme().equals("http")
                        ? Parsed.of(url)
                        : Parsed.wrong("has the scheme `" + url.scheme() + "`: legal are `https` and `http`"));
    }

    /** A DNS label, because it becomes the name of a Kubernetes object (kubernetes/apimachinery:pkg/util/validation/validation.go). */
    private static Parsed<String> label(String text) {
        boolean label = text.length() <= 63 && text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
        return label
                ? Parsed.of(text)
                : Parsed.wrong("is no name: lower case letters, digits and inner hyphens are legal, at most 63");
    }

    private static Parsed<String> repositoryPath(String text) {
        boolean path = text.isEmpty() || (text.length() <= 200 && text.matches("[a-z0-9]+([._/-][a-z0-9]+)*"));
        return path
                ? Parsed.of(text)
                : Parsed.wrong(
                        "is no path in a registry: lower case letters and digits, joined by single `/`, `.`, `_` or `-`");
    }

    /** The name of a queue: the agent joins names by commas (clearml/clearml-helm-charts:charts/clearml-agent/values.yaml). */
    static Parsed<String> queueName(String text) {
        return line(text)
                .then(name ->
                        name.contains(",") ? Parsed.wrong("holds a comma, which separates queues") : Parsed.of(name));
    }

    /** Text that fits on a line of a script and of the runbook. */
    static Parsed<String> line(String text) {
        boolean fits = !text.isBlank() && text.chars().noneMatch(c -> Character.isISOControl(c) || c == '`');
        return fits
                ? Parsed.of(text)
                : Parsed.wrong(text.isBlank() ? "is empty" : "holds a backtick or a control character");
    }

    /** The left side of {@code mirror}: a registry outside, and a part of its paths where the rule is for that part alone. */
    static Parsed<String> upstream(String text) {
        if (text.contains("://")) {
            return Parsed.wrong("has a scheme: a registry is written without");
        }
        int slash = text.indexOf('/');
        Parsed<Host> host = Host.parse(slash < 0 ? text : text.substring(0, slash));
        if (text.endsWith("/")) {
            return Parsed.wrong("ends in a `/`");
        }
        return host.then(found -> slash < 0
                ? Parsed.of(found.text())
                : repositoryPath(text.substring(slash + 1)).then(path -> Parsed.of(found.text() + "/" + path)));
    }
}
