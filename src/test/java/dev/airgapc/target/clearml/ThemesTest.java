package dev.airgapc.target.clearml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.output.OutputFile;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What people of sites without a way out have suffered from, one test for each theme: the same site compiles into files that do not do it, or
 * is refused. Each names a thread in which somebody tells of it.
 */
class ThemesTest {
    private static final String CLUSTER = "clearml/site.ag";
    private static final String OPEN = "oss/site.ag";
    private static final String MACHINES = "machines/site.ag";
    private static final String COMPOSE = "compose/site.ag";
    private static final String POD = "agent-main/clearml-agent-values.override.yaml";
    private static final String CONF = "agent-train/clearml.conf";
    private static final String SERVER = "server/airgapc.override.yml";

    /** clearml/clearml-agent#114, #247, #239. */
    @Test
    void nothingIsInstalledThatTheImageHas() {
        String pod = file(CLUSTER, POD);
        assertTrue(pod.contains("airGappedSupport: true"), pod);
        assertEquals("1", variable(pod, "CLEARML_AGENT_NO_UPDATE"));
        String conf = file(MACHINES, CONF);
        assertTrue(conf.contains("docker_install_opencv_libs: false"), conf);
        assertTrue(conf.contains("disable_agent_update_check: true"), conf);
        assertTrue(conf.contains("skip_git_installation: true"), conf);
        assertFalse(conf.contains("apt"), conf);
        assertEquals(List.of("AG0509"), refused(CLUSTER, "NCCL_DEBUG = \"WARN\"", "CLEARML_AGENT_NO_UPDATE = \"0\""));
    }

    /** clearml/clearml-agent#52, #151; clearml/clearml#589. */
    @Test
    void nobodyLooksForAnotherPyTorch() {
        for (String page : List.of(CLUSTER, OPEN)) {
            assertEquals("none", variable(file(page, POD), "CLEARML_AGENT_PACKAGE_PYTORCH_RESOLVE"));
        }
        assertTrue(file(MACHINES, CONF).contains("pytorch_resolve: \"none\""));
    }

    /** clearml/clearml-agent#174, #49; clearml/clearml-helm-charts#275, #281. */
    @Test
    void whatIsWrittenHasAnEffect() {
        assertEquals(List.of("AG0537"), refused(MACHINES, "[\"--ipc=host\"]", "[\"--ipc host\"]"));
        Map<String, String> values = values(Examples.compile(path(OPEN)), "/agent-main/");
        assertTrue(values.containsKey("/clearml/existingAgentk8sglueSecret"), values::toString);
        assertEquals("https://api.ml.corp.example", values.get("/agentk8sglue/apiServerUrlReference"));
        assertEquals("s3://s3.core.corp.example:9000/results", values.get("/agentk8sglue/fileServerUrlReference"));
        assertEquals("https://app.ml.corp.example", values.get("/agentk8sglue/webServerUrlReference"));
    }

    /** clearml/clearml-helm-charts#367, clearml/clearml-agent#267. */
    @Test
    void noImageComesFromAPublicRegistry() {
        String images = file(OPEN, "images.txt");
        assertFalse(images.contains("docker.io/bitnami/"), images);
        Map<String, String> server = values(Examples.compile(path(OPEN)), "/server/");
        assertEquals("registry.core.corp.example:5000", server.get("/global/imageRegistry"));
        assertEquals("ml/docker.io/bitnamilegacy/redis", server.get("/redis/image/repository"));
        assertEquals("ml/docker.io/bitnamilegacy/mongodb", server.get("/mongodb/image/repository"));
        String conf = file(MACHINES, CONF);
        assertTrue(conf.contains("image: \"registry.corp.example:5000/docker.io/pytorch/"), conf);
        assertTrue(conf.contains("match_rules: []"), conf);
        for (String compose : file(COMPOSE, SERVER)
                .lines()
                .filter(line -> line.contains(" image: "))
                .toList()) {
            assertTrue(compose.contains("\"registry.corp.example:5000/"), compose);
        }
    }

    /** clearml/clearml#1107, clearml/clearml-server#272. */
    @Test
    void everyClientTrustsTheSameAuthority() {
        String bundle = "/etc/airgap/ca/ca-bundle.crt";
        List<String> variables =
                List.of("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "GIT_SSL_CAINFO");
        for (String variable : variables) {
            assertEquals(bundle, variable(file(CLUSTER, POD), variable));
            assertTrue(file(MACHINES, CONF).contains("\"--env=" + variable + "=" + bundle + "\""), variable);
            assertTrue(file(COMPOSE, SERVER).contains("--env=" + variable + "=" + bundle), variable);
        }
        String people = file(MACHINES, "inside/clearml/clearml.conf");
        assertTrue(people.contains("verify_certificate: \"" + bundle + "\""), people);
        assertTrue(people.contains("verify: \"" + bundle + "\""), people);
    }

    /** clearml/clearml#498, #1017. */
    @Test
    void aStoreHasItsPortInEveryForm() {
        String conf = file(MACHINES, CONF);
        assertTrue(conf.contains("host: \"s3.corp.example:443\""), conf);
        assertTrue(conf.contains("default_output_uri: \"s3://s3.corp.example:443/ml-ham\""), conf);
        assertTrue(conf.contains("secure: true"), conf);
        String plain =
                print(Examples.changed(MACHINES, Examples.text(MACHINES).replace("https://s3.", "http://s3.")), CONF);
        assertTrue(plain.contains("host: \"s3.corp.example:80\""), plain);
        assertTrue(plain.contains("secure: false"), plain);
        assertEquals(List.of("AG0402"), refused(MACHINES, "\"https://s3.corp.example\"", "\"s3://s3.corp.example\""));
    }

    /** clearml/clearml#1196, clearml/clearml-agent#36. */
    @Test
    void aLoginForGitGoesToItsHost() {
        String pod = file(CLUSTER, POD);
        assertEquals("git.core.corp.example", variable(pod, "CLEARML_AGENT_GIT_HOST"));
        assertTrue(file(MACHINES, CONF).contains("git_host: \"git.corp.example\""));
        String login = "credentials = secret.git\n";
        assertEquals(List.of("AG0511"), refused(CLUSTER, login, login + "  protocol = ssh\n"));
    }

    /** clearml/clearml#293, #624. */
    @Test
    void whatIsInsideIsReachedWithoutTheProxy() {
        String page = Examples.text(CLUSTER).replaceFirst("(?m)^  hosts  = ", "  proxy  = proxy.core\n  hosts  = ")
                + "proxy core { http = \"http://proxy.core.corp.example:3128\" }\n";
        String pod = print(Examples.changed(CLUSTER, page), POD);
        String inside = "localhost,127.0.0.1,.svc,.cluster.local,.ml.corp.example,.core.corp.example,10.20.0.0/16";
        assertEquals(inside, variable(pod, "NO_PROXY"));
        assertEquals(inside, variable(pod, "no_proxy"));
    }

    /** clearml/clearml-agent#67, clearml/clearml-agent#228. */
    @Test
    void noCommandShowsASecret() {
        String conf = file(MACHINES, CONF);
        assertTrue(conf.contains("\"--env=HF_TOKEN\""), conf);
        assertTrue(conf.contains("\"--env=CLEARML_AGENT_GIT_PASS\""), conf);
        String pod = file(CLUSTER, POD);
        String password = pod.substring(pod.indexOf("\"CLEARML_AGENT_GIT_PASS\""));
        assertTrue(password.lines().skip(1).findFirst().orElse("").contains("valueFrom:"), password);
        assertEquals(List.of("AG0602"), refused(CLUSTER, "https://pypi.core", "https://user:word@pypi.core"));
    }

    /** clearml/clearml#1496, clearml/clearml-server#75. */
    @Test
    void theAgentOfServicesKnowsItsServer() {
        Map<String, String> values = values(Examples.compile(path(COMPOSE)), "/server/airgapc.override");
        String environment = "/services/agent-services/environment/";
        assertEquals("${CLEARML_API_HOST:?}", values.get(environment + "CLEARML_API_HOST"));
        assertEquals("1", values.get(environment + "CLEARML_AGENT_NO_UPDATE"));
        assertEquals(
                "registry.corp.example:5000/docker.io/library/python:3.12",
                values.get(environment + "CLEARML_AGENT_DEFAULT_BASE_DOCKER"));
    }

    /** clearml/clearml#117, #489: what was written on the other side has other addresses. */
    @Test
    void whatCrossesTheGapKeepsItsAddresses() {
        String conf = print(
                Examples.changed(
                        CLUSTER,
                        Examples.text(CLUSTER)
                                .replace(
                                        "  mongodb = operator",
                                        "  sdk { substitute \"s3://outside\" -> \"s3://s3.core.corp.example:9000/in\" }\n"
                                                + "  mongodb = operator")),
                "inside/clearml/clearml.conf");
        assertTrue(conf.contains("path_substitution"), conf);
        assertTrue(conf.contains("s3://s3.core.corp.example:9000/in"), conf);
    }

    /** astral-sh/uv#2183; clearml/clearml-agent#159, #251. */
    @Test
    void eachToolHasItsOwnWordForTheIndex() {
        String index = "https://pypi.core.corp.example/simple";
        assertEquals(index, variable(file(CLUSTER, POD), "PIP_INDEX_URL"));
        assertEquals(index, variable(file(CLUSTER, POD), "UV_DEFAULT_INDEX"));
        assertTrue(file(CLUSTER, "python/uv.toml").contains(index));
        assertTrue(file(CLUSTER, "python/pip.conf").contains("index-url = " + index));
        String conf = file(MACHINES, CONF);
        assertTrue(conf.contains("type: \"uv\""), conf);
        assertTrue(conf.contains("pip_version: [\"==24.0\"]"), conf);
        assertTrue(conf.contains("\"--env=UV_DEFAULT_INDEX=https://pypi.corp.example/simple\""), conf);
        String page = Examples.text(MACHINES).replaceFirst("package-manager += uv", "package-manager = poetry");
        Compilation poetry = Examples.changed(MACHINES, page);
        assertTrue(print(poetry, "RUNBOOK.md").contains("`pyproject.toml` and the lock file of a task name an index"));
        assertTrue(print(poetry, "python/agent-train.txt").lines().anyMatch("poetry"::equals));
    }

    /** coder/code-server#3562, microsoft/vscode-remote-release#1242. */
    @Test
    void aSessionFetchesNothing() {
        assertEquals(List.of("AG0552"), refused(CLUSTER, "  python-extension = artifact.vscode-extensions\n", ""));
        String pod = file(CLUSTER, POD);
        assertEquals(
                "https://files.core.corp.example/code-server-4.112.0-linux-amd64.tar.gz",
                variable(pod, "CLEARML_SESSION_VSCODE_SERVER_TGZ"));
        assertEquals(
                "https://files.core.corp.example/vscode_extensions.zip",
                variable(pod, "CLEARML_SESSION_VSCODE_PY_EXT"));
    }

    private static Path path(String page) {
        return Corpus.EXAMPLES.resolve(page);
    }

    private static String file(String page, String end) {
        return print(Examples.compile(path(page)), end);
    }

    private static String print(Compilation compilation, String end) {
        return Examples.print(Examples.file(compilation, end));
    }

    /** The value of a variable of tasks, as the chart takes it. */
    private static String variable(String values, String name) {
        String at = "- name: \"" + name + "\"\n";
        assertTrue(values.contains(at), () -> name + " is not in\n" + values);
        String line = values.substring(values.indexOf(at) + at.length())
                .lines()
                .findFirst()
                .orElse("");
        return line.replaceAll(".*value: \"(.*)\"", "$1");
    }

    private static Map<String, String> values(Compilation compilation, String part) {
        Map<String, String> values = new TreeMap<>();
        compilation.files().stream()
                .filter(file -> file.path().contains(part) && file.path().contains(".override.y"))
                .map(OutputFile::content)
                .forEach(tree -> tree.leaves()
                        .forEach((at, leaf) -> values.put(at, leaf.value().text())));
        return values;
    }

    /** What is said of a page in which something stands in the place of something else. */
    private static List<String> refused(String page, String there, String instead) {
        String text = Examples.text(page);
        assertTrue(text.contains(there), there);
        return Examples.errors(Examples.changed(page, text.replace(there, instead)));
    }
}
