package dev.airgapc.site;

import dev.airgapc.diagnostic.Similar;
import dev.airgapc.fact.Host;
import dev.airgapc.fact.HostPattern;
import dev.airgapc.fact.Image;
import dev.airgapc.fact.Label;
import dev.airgapc.fact.Parsed;
import dev.airgapc.fact.PortRange;
import dev.airgapc.fact.Toleration;
import dev.airgapc.fact.Url;
import dev.airgapc.fact.Version;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;
import java.util.List;
import java.util.Locale;

/** The types of the vocabulary: most are strings with a strict parser. */
final class SiteTypes {
    static final Type<Host> HOST = Types.parsed("a host", SiteCodes.NOT_A_HOST, Host::parse, Host::text);

    static final Type<Host> DOMAIN = Types.parsed("a domain", SiteCodes.NOT_A_HOST, SiteTypes::domain, Host::text);
    static final Type<HostPattern> HOST_PATTERN =
            Types.parsed("a host, a pattern or a network", SiteCodes.NOT_A_HOST, HostPattern::parse, HostPattern::text);
    static final Type<Url> URL = Types.parsed("an address", SiteCodes.NOT_A_URL, SiteTypes::web, Url::text);
    static final Type<Image> WRITTEN_IMAGE =
            Types.parsed("an image", SiteCodes.NOT_AN_IMAGE, Image::parse, Image::text);
    static final Type<String> SHA256 =
            Types.parsed("a SHA-256 sum", LanguageCodes.WRONG_TYPE, SiteTypes::sha256, sum -> sum);
    static final Type<String> AGE_RECIPIENT = Types.parsed(
            "the public key of a recipient", LanguageCodes.WRONG_TYPE, SiteTypes::ageRecipient, key -> key);
    static final Type<String> FILE_NAME =
            Types.parsed("the name of a file", LanguageCodes.WRONG_TYPE, SiteTypes::fileName, name -> name);
    static final Type<String> PLACE = Types.parsed("a path", LanguageCodes.WRONG_TYPE, SiteTypes::place, path -> path);
    static final Type<String> DIGEST =
            Types.parsed("a digest", SiteCodes.NOT_AN_IMAGE, SiteTypes::digest, digest -> digest);
    static final Type<Url> ENDPOINT =
            Types.parsed("the address of a server", SiteCodes.NOT_A_URL, SiteTypes::server, Url::text);
    static final Type<Url> CHART_URL =
            Types.parsed("an address", SiteCodes.NOT_A_URL, SiteTypes::chartRepository, Url::text);
    static final Type<String> LINE =
            Types.parsed("a string of one line", LanguageCodes.WRONG_TYPE, SiteTypes::line, text -> text);
    static final Type<String> FOLDER =
            Types.parsed("a folder", LanguageCodes.WRONG_TYPE, SiteTypes::folder, text -> text);
    static final Type<String> CONTAINER_PATH =
            Types.parsed("a path in a container", LanguageCodes.WRONG_TYPE, SiteTypes::containerPath, path -> path);
    /** Docker's and S3's own rule is narrower; servers differ (boto/botocore:botocore/handlers.py, {@code VALID_BUCKET}). */
    static final Type<String> BUCKET =
            Types.parsed("the name of a bucket", SiteCodes.NOT_A_NAME, SiteTypes::bucket, name -> name);
    /** kubernetes/apimachinery:pkg/api/resource/quantity.go. */
    static final Type<String> MEMORY =
            Types.quantity("an amount of memory", List.of("Ki", "Mi", "Gi", "Ti", "k", "M", "G", "T"), "32Gi");

    static final Type<String> CPU = Types.quantity("an amount of processor time", List.of("", "m"), "500m");
    static final Type<String> LABEL_VALUE =
            Types.parsed("the value of a label", LanguageCodes.WRONG_TYPE, SiteTypes::labelValue, value -> value);
    static final Type<String> RESOURCE =
            Types.parsed("a resource of nodes", LanguageCodes.WRONG_TYPE, SiteTypes::resource, name -> name);
    static final Type<Toleration> TOLERATION =
            Types.parsed("a toleration", LanguageCodes.WRONG_TYPE, SiteTypes::toleration, Toleration::text);
    static final Type<String> NAME = Types.parsed("a name", SiteCodes.NOT_A_NAME, SiteTypes::label, name -> name);
    static final Type<Version> VERSION =
            Types.parsed("a version", SiteCodes.NOT_A_VERSION, Version::parse, Version::text);

    /** One word of {@code pip install}: the pod's script splits a list of them at blanks (clearml/clearml-serving:clearml_serving/serving/entrypoint.sh). */
    static final Type<String> REQUIREMENT =
            Types.parsed("a Python package", LanguageCodes.WRONG_TYPE, SiteTypes::requirement, text -> text);

    /** The id of a task of ClearML's server. */
    static final Type<String> TASK =
            Types.parsed("the id of a task", LanguageCodes.WRONG_TYPE, SiteTypes::task, text -> text);

    /** As programs name a Python that packages are chosen for: two numbers. */
    static final Type<Version> PYTHON =
            Types.parsed("a version of Python", SiteCodes.NOT_A_VERSION, SiteTypes::python, Version::text);

    /** The path of a project in a registry, or nothing: the grammar of a repository (distribution/reference:reference.go). */
    static final Type<String> REPOSITORY_PATH =
            Types.parsed("a path in a registry", SiteCodes.NOT_AN_IMAGE, SiteTypes::repositoryPath, path -> path);

    static final Type<Image> IMAGE = new ImageType();

    static final Type<PortRange> PORTS = new PortRangeType();

    private SiteTypes() {}

    private static Parsed<Host> domain(String text) {
        return Host.parse(text).then(host -> {
            if (host.address().isPresent()) {
                return Parsed.wrong("is an address: names of servers are built from a domain");
            }
            return host.port().isPresent()
                    ? Parsed.<Host>wrong("has a port").mended(text.substring(0, text.lastIndexOf(':')))
                    : Parsed.of(host);
        });
    }

    private static Parsed<Url> chartRepository(String text) {
        return Url.parse(text)
                .then(url -> List.of("https", "http", "oci").contains(url.scheme())
                        ? Parsed.of(url)
                        : scheme(url, text, List.of("https", "http", "oci")));
    }

    private static Parsed<Url> scheme(Url url, String text, List<String> legal) {
        Parsed<Url> wrong = Parsed.<Url>wrong(
                        "has the scheme `" + url.scheme() + "`: legal are `" + String.join("`, `", legal) + "`")
                .piece(url.scheme());
        if (List.of("s3", "gs", "az").contains(url.scheme())) {
            return wrong.advice(
                    "write the server's address, which begins with `https://`; a bucket has a word of its own");
        }
        return Similar.to(url.scheme(), legal)
                .map(near -> wrong.perhaps(near + text.substring(url.scheme().length())))
                .orElse(wrong);
    }

    private static Parsed<Toleration> toleration(String text) {
        Parsed<Toleration> parsed = Toleration.parse(text);
        return Similar.to(parsed.piece(), Toleration.EFFECTS)
                .map(near -> parsed.perhaps(text.replace(parsed.piece(), near)))
                .orElse(parsed);
    }

    /** What the agent fills in for each task (clearml/clearml-docs:docs/clearml_agent/clearml_agent_string_template.md) is not there to be read. */
    private static Parsed<String> labelValue(String text) {
        return text.contains("${CLEARML_") ? Parsed.of(text) : Label.value(text);
    }

    /** One without a domain is Kubernetes' own, and none of those are cards. */
    private static Parsed<String> resource(String text) {
        return Label.key(text)
                .then(key -> key.contains("/")
                        ? Parsed.of(key)
                        : Parsed.<String>wrong("is no resource of a device plugin: it begins with a domain and `/`")
                                .perhaps("nvidia.com/" + key));
    }

    private static Parsed<Version> python(String text) {
        return text.matches("3\\.\\d+")
                ? Version.parse(text)
                : Parsed.<Version>wrong("is no version of Python like `3.12`")
                        .perhaps(text.matches("3\\.\\d+\\..*") ? text.replaceFirst("^(3\\.\\d+).*", "$1") : "");
    }

    private static Parsed<String> requirement(String text) {
        String bound = "(===|==|~=|!=|<=|>=|<|>)[A-Za-z0-9.*+!_-]+";
        return text.matches("[A-Za-z0-9][A-Za-z0-9._-]*(\\[[A-Za-z0-9._,-]+])?(" + bound + "(," + bound + ")*)?")
                ? Parsed.of(text)
                : Parsed.<String>wrong("is no Python package like `pandas==1.5.3`: it has no blanks and no markers")
                        .perhaps(text.matches("[^;\"'#-][^;\"'#]*") ? text.replaceAll("\\s+", "") : "");
    }

    private static Parsed<String> task(String text) {
        return text.matches("[0-9a-f]{32}")
                ? Parsed.of(text)
                : Parsed.wrong("is no id of a task: 32 digits and letters from `a` to `f`");
    }

    private static Parsed<String> sha256(String text) {
        return text.matches("[0-9a-f]{64}")
                ? Parsed.of(text)
                : Parsed.wrong("is no SHA-256 sum: 64 digits and letters from `a` to `f`");
    }

    /** The letters of Bech32 (FiloSottile/age:internal/bech32/bech32.go, x25519.go); other recipients need programs of their own. */
    private static Parsed<String> ageRecipient(String text) {
        return text.matches("age1[qpzry9x8gf2tvdw0s3jn54khce6mua7l]{58}")
                ? Parsed.of(text)
                : Parsed.wrong(
                        "is no public key of age: `age1` and 58 letters and digits, as `age-keygen -y` prints it");
    }

    private static Parsed<String> fileName(String text) {
        return text.matches("[A-Za-z0-9][A-Za-z0-9._+-]*")
                ? Parsed.of(text)
                : Parsed.wrong("is no name of a file: letters, digits, `.`, `_`, `+` and `-` are legal");
    }

    private static Parsed<String> place(String text) {
        return line(text)
                .then(path ->
                        path.isBlank() || path.startsWith("-") ? Parsed.<String>wrong("is no path") : Parsed.of(path));
    }

    private static Parsed<String> digest(String text) {
        return text.matches("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}")
                ? Parsed.of(text)
                : Parsed.wrong("is no digest: `sha256:` and 64 hexadecimal digits are expected");
    }

    private static Parsed<String> bucket(String text) {
        if (text.contains("://")) {
            return Parsed.<String>wrong("has a scheme: a bucket is written without")
                    .mended(text.substring(text.indexOf("://") + 3).replaceAll("/+$", ""));
        }
        return text.matches("[a-zA-Z0-9][a-zA-Z0-9._-]{1,253}[a-zA-Z0-9]")
                ? Parsed.of(text)
                : Parsed.wrong(
                        "is no name of a bucket: three or more of letters, digits, `.`, `_` and inner hyphens are legal");
    }

    private static Parsed<String> folder(String text) {
        return line(text)
                .then(path -> path.startsWith("/") || path.contains("\\")
                        ? Parsed.wrong("is no path relative to this file, with `/` between its parts")
                        : Parsed.of(path));
    }

    /** An absolute path without detours, because a volume is mounted there. */
    static Parsed<String> containerPath(String text) {
        return line(text)
                .then(path -> path.matches("(/[^/:]+)+") && !path.contains("/../") && !path.endsWith("/..")
                        ? Parsed.of(path)
                        : Parsed.<String>wrong("is no path in a container: it begins with `/`, without `..` and `:`")
                                .perhaps(near(path)));
    }

    /** Of {@code source:path} the path, and a slash before it. */
    private static String near(String path) {
        String behind = path.replaceFirst(":(ro|rw)$", "").replaceFirst("^.*:", "");
        return (behind.startsWith("/") ? "" : "/") + behind.replaceFirst("/+$", "");
    }

    /** The name of a service of a Compose file (compose-spec/compose-spec:schema/compose-spec.json). */
    static Parsed<String> service(String text) {
        return text.matches("[a-zA-Z0-9._-]+")
                ? Parsed.of(text)
                : Parsed.wrong("is no name of a service: letters, digits, `.`, `_` and `-` are legal");
    }

    /** The left side of {@code login}. */
    static Parsed<String> hostKey(String text) {
        return Host.parse(text).then(host -> Parsed.of(host.text()));
    }

    /** The address of a server whose clients add what they ask for: a path of it would be dropped without a word. */
    private static Parsed<Url> server(String text) {
        return web(text)
                .then(url -> url.path().isEmpty() || url.path().equals("/")
                        ? Parsed.of(url)
                        : Parsed.<Url>wrong("has a path: an endpoint ends behind its host and port")
                                .piece(url.path())
                                .perhaps(text.substring(
                                        0, text.length() - url.path().length())));
    }

    private static Parsed<Url> web(String text) {
        return Url.parse(text)
                .then(url -> url.scheme().equals("https") || url.scheme().equals("http")
                        ? Parsed.of(url)
                        : scheme(url, text, List.of("https", "http")));
    }

    /** A DNS label, because it becomes the name of a Kubernetes object (kubernetes/apimachinery:pkg/util/validation/validation.go). */
    private static Parsed<String> label(String text) {
        boolean label = text.length() <= 63 && text.matches("[a-z0-9]([a-z0-9-]*[a-z0-9])?");
        if (label) {
            return Parsed.of(text);
        }
        if (text.length() > 63 && text.matches("[a-z0-9-]+")) {
            return Parsed.wrong("has " + text.length() + " characters, and 63 are legal");
        }
        String near =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return Parsed.<String>wrong("is no name: lower case letters, digits and inner hyphens are legal")
                .perhaps(near);
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
