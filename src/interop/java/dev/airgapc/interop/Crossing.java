package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.compile.Compilation;
import dev.airgapc.compile.Compiler;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A site whose images cross from a registry outside to one inside: its files in a folder, and a skopeo for which the names of the
 * world lead to these two.
 *
 * @param project the project before every place inside, so that several of these can share a registry
 * @param outside the port of the one
 * @param inside the port of the other
 */
record Crossing(Path folder, String project, int outside, int inside) {
    static final String BASE = "docker.io/clearml/clearml-enterprise-agent-k8s-base:1.31-3.0.3-469";
    static final String REDIS = "docker.io/library/redis:7.4";
    static final String SERVER = "quay.io/acme/server:2.1";

    /** All images of the site, in the order of its list: one of OCI's format, a manifest list and one image of Docker's. */
    static final List<String> IMAGES = List.of(BASE, REDIS, SERVER);

    static void publish(LocalRegistry registry, Path folder) throws IOException {
        registry.publishOci(folder, BASE);
        registry.publishList(folder, REDIS);
        registry.publish(folder, SERVER);
    }

    static Crossing prepare(Path folder, String project, int outside, int inside) throws IOException {
        Crossing crossing = new Crossing(folder, project, outside, inside);
        String page = """
                airgap 1
                site { domain = "a.example" }
                secret s { from = env("S") }
                registry main {
                  host = "registry.a.example:5000"
                  path = "PROJECT"
                  tls  = off
                }
                clearml-server { edition = enterprise }
                clearml-agent a {
                  chart       = "6.14.6"
                  image       = "REDIS"
                  credentials = secret.s
                  queue q { image = "SERVER" }
                }
                """.replace("PROJECT", project).replace("REDIS", REDIS).replace("SERVER", SERVER);
        Compilation compilation = new Compiler(Corpus.TODAY).compile("site.ag", page.getBytes(StandardCharsets.UTF_8));
        Examples.write(compilation, folder);
        Files.writeString(folder.resolve("policy.json"), "{\"default\":[{\"type\":\"insecureAcceptAnything\"}]}");
        crossing.stub("skopeo", """
                command=$1
                shift
                words=()
                for word in "$@"; do
                  case $word in
                    docker://registry.a.example:5000/*) word=docker://127.0.0.1:INSIDE/${word#docker://registry.a.example:5000/} ;;
                    docker://docker.io/*|docker://quay.io/*) word=docker://127.0.0.1:OUTSIDE/${word#docker://} ;;
                    3) word=1 ;; # times to try again, each after a longer pause
                  esac
                  words+=("$word")
                done
                flags=(--tls-verify=false)
                [ "$command" = inspect ] || flags=(--src-tls-verify=false --dest-tls-verify=false)
                exec REAL --policy policy.json "$command" "${flags[@]}" "${words[@]}"
                """.replace("INSIDE", Integer.toString(inside))
                .replace("OUTSIDE", Integer.toString(outside))
                .replace("REAL", Consumer.program("skopeo")));
        return crossing;
    }

    /** A program that the scripts find before the real one. */
    void stub(String name, String body) throws IOException {
        StandIn.write(folder.resolve(name), "#!" + Consumer.program("bash") + "\nset -e\n" + body);
    }

    /** Where an image lies inside, as the scripts write it. */
    String place(String image) {
        return "registry.a.example:5000/" + project + "/" + image;
    }

    /** Where the medium keeps an image. */
    Path carried(String image) {
        return folder.resolve("medium/images").resolve(image.replace(':', '+'));
    }

    /** Runs a script of the site, as the leader of a group of processes. */
    Processes.Result run(String script) {
        String group = "echo $$ >group && exec \"$0\"";
        return Processes.run(
                folder,
                Map.of("PATH", folder + ":" + System.getenv("PATH")),
                List.of(
                        "setsid",
                        Consumer.program("bash"),
                        "-c",
                        group,
                        folder.resolve(script).toString()));
    }

    Processes.Result ok(String script) {
        Processes.Result result = run(script);
        assertEquals(0, result.exit(), result.err());
        return result;
    }

    /** Kills the group of processes that runs, all of it at once, with no way to tidy up. */
    void kill() {
        Processes.run(folder, Map.of(), List.of("sh", "-c", "kill -KILL -\"$(cat group)\""));
    }

    /** Three programs find the same digest outside and inside. */
    void assertEqualDigests() {
        for (String image : IMAGES) {
            String from = "127.0.0.1:" + outside + "/" + image;
            String to = "127.0.0.1:" + inside + "/" + project + "/" + image;
            for (List<String> program : asking()) {
                assertEquals(ask(program, from), ask(program, to), program + " " + image);
            }
        }
    }

    private List<List<String>> asking() {
        String without = ",tls=disabled";
        return List.of(
                List.of(Consumer.program("skopeo"), "inspect", "--raw", "--tls-verify=false", "docker://"),
                List.of(Consumer.program("crane"), "digest", "--insecure", ""),
                List.of(
                        Consumer.program("regctl"),
                        "--host",
                        "reg=127.0.0.1:" + outside + without,
                        "--host",
                        "reg=127.0.0.1:" + inside + without,
                        "image",
                        "digest",
                        ""));
    }

    private String ask(List<String> program, String image) {
        List<String> command = new ArrayList<>(program);
        command.set(command.size() - 1, command.get(command.size() - 1) + image);
        Processes.Result result = Processes.run(folder, Map.of("HOME", folder.toString()), command);
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }
}
