package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every string of every word's example page is as hostile as the language lets it be, and every script that comes out is run. */
@ReadBy(
        value = {"bash", "shellcheck"},
        what = "every script, of pages whose strings hold quotes, `$( )`, backticks, spaces and newlines",
        proves =
                "they are taken without a remark, run to their end, start nothing that a string says, and hand each string on as one word")
class HostileNamesTest {
    private static final Path PAGES = Path.of("src/main/resources/manual");
    private static final Pattern VARIABLE = Pattern.compile("read_secret\\W+env\\W+(\\w+)");

    /**
     * In the order in which a site is served: what the first ones put on the medium is what the others load. Scripts of machines, of files and of
     * applications have tests of their own, with the stand-ins that they need ({@link MachinesTest}, {@link ComposeTest}, {@link FilesTest},
     * {@link AppsTest}); they are linted here.
     */
    private static final List<String> ORDER = List.of(
            "pull.sh",
            "mirror.sh",
            "pack.sh",
            "images.sh",
            "charts.sh",
            "create-secrets.sh",
            "install.sh",
            "install-node.sh",
            "verify.sh");

    /** Records what it is given, a NUL behind each word; answers as far as the scripts need an answer. */
    private static final String STUB = """
            #!/bin/sh
            for word in "$@"; do printf '%s\\0' "$word"; done >>"$RECORD"
            cat >>"$RECORD.given"
            last='' version=''
            for word in "$@"; do
              [ "$last" != --version ] || version=$word
              [ "$last" != --destination ] || { mkdir -p "$word" && : >"$word/$(basename "$2")-$version.tgz"; }
              last=$word
            done
            case ${0##*/}:$1:$last in
              skopeo:inspect:*) exit 1 ;;
              skopeo:copy:dir:*) mkdir -p "${last#dir:}" && echo x >"${last#dir:}/manifest.json" ;;
              kubectl:*:jsonpath=*) printf Opaque ;;
              vault:*) printf from-vault ;;
            esac
            """;

    @TempDir
    Path folder = Path.of("");

    @Test
    void nothingBecomesACommand() throws IOException {
        for (String program : List.of("kubectl", "helm", "skopeo", "vault", "curl", "systemctl")) {
            program(program, STUB);
        }
        program(HostileValues.PROGRAM, "#!/bin/sh\necho \"$0\" >>\"$RECORD.started\"\n");
        Set<String> seen = new LinkedHashSet<>();
        Set<String> handedOn = new TreeSet<>();
        List<String> scripts = new ArrayList<>();
        int tried = 0;
        for (Path page : Corpus.pages(PAGES)) {
            Path site = Files.createDirectory(folder.resolve(Corpus.name(page)));
            HostileValues values = HostileValues.in(Files.readString(page), seen, site + "/secrets/");
            Examples.write(values.compilation(), site);
            for (String script : run(site, values)) {
                scripts.add(script);
            }
            handedOn.addAll(words(site, values));
            tried += values.planted().size();
        }
        lint(scripts);
        assertTrue(tried >= 40, "the language lets hardly anything be hostile: " + tried);
        assertEquals(
                "", String.join("\n", missing(handedOn)), "these come out in scripts, and no program is given them");
    }

    private static Set<String> missing(Set<String> handedOn) {
        Set<String> missing = new TreeSet<>(Set.of("url", "upload", "context", "vault("));
        handedOn.forEach(line -> missing.removeIf(line::contains));
        return missing;
    }

    private List<String> run(Path site, HostileValues values) throws IOException {
        for (HostileValues.Planted planted : values.planted()) {
            if (planted.value().startsWith(site + "/secrets/")) {
                Files.createDirectories(site.resolve("secrets"));
                Files.writeString(Path.of(planted.value()), "from-a-file");
            }
        }
        Path containerd =
                Files.createDirectories(site.resolve("root/etc/containerd")).resolve("config.toml");
        Files.writeString(containerd, "config_path = \"/etc/containerd/certs.d\"\n");
        List<Path> scripts;
        try (Stream<Path> files = Files.walk(site)) {
            scripts = files.filter(file -> file.toString().endsWith(".sh"))
                    .sorted(java.util.Comparator.comparingInt(file -> ORDER.indexOf(Corpus.name(file))))
                    .toList();
        }
        Files.writeString(Files.createDirectories(site.resolve("medium")).resolve("note"), "what somebody brings");
        Path empty = Files.createDirectory(site.resolve("empty"));
        for (Path script : scripts) {
            if (!ORDER.contains(Corpus.name(script))) {
                continue;
            }
            Processes.Result result = Processes.run(
                    empty,
                    environment(site, script),
                    List.of(
                                    Consumer.program("bash"),
                                    script.toString(),
                                    site.resolve("medium").toString())
                            .subList(
                                    0,
                                    List.of("create-secrets.sh", "install.sh", "install-node.sh")
                                                    .contains(Corpus.name(script))
                                            ? 2
                                            : 3));
            assertEquals(0, result.exit(), () -> site.getFileName() + " " + script + ": " + result.err());
            assertFalse(Files.exists(site.resolve("record.started")), script + " started what a value says");
            try (Stream<Path> made = Files.list(empty)) {
                assertEquals(List.of(), made.toList(), script.toString());
            }
        }
        return scripts.stream().map(Path::toString).toList();
    }

    private Map<String, String> environment(Path site, Path script) throws IOException {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                folder + ":" + System.getenv("PATH"),
                "RECORD",
                site.resolve("record").toString(),
                "KUBE_CONTEXT",
                "here",
                "SERVING_TASK_SMALL",
                "0123",
                "MEDIUM",
                site.resolve("medium").toString(),
                "ROOT",
                site.resolve("root").toString()));
        Matcher variable = VARIABLE.matcher(Files.readString(script));
        while (variable.find()) {
            environment.put(variable.group(1), "from-the-environment");
        }
        return environment;
    }

    /** The lines of the page whose values a program was given; each time whole, within one word. */
    private static List<String> words(Path site, HostileValues values) throws IOException {
        Path record = site.resolve("record");
        List<String> words = Files.exists(record)
                ? List.of(Files.readString(record, StandardCharsets.UTF_8).split("\0", -1))
                : List.of();
        List<String> lines = new ArrayList<>();
        for (HostileValues.Planted planted : values.planted()) {
            for (String word : words) {
                if (word.contains(planted.mark())) {
                    assertTrue(word.contains(planted.value()), () -> planted + " was given on as " + word);
                    lines.add(planted.line());
                }
            }
        }
        return lines;
    }

    private void lint(List<String> scripts) {
        for (String script : scripts) {
            assertEquals(
                    new Processes.Result(0, "", ""),
                    Processes.run(folder, Map.of(), List.of(Consumer.program("bash"), "-n", script)));
        }
        List<String> command = new ArrayList<>(List.of(Consumer.program("shellcheck")));
        command.addAll(scripts);
        assertEquals(new Processes.Result(0, "", ""), Processes.run(folder, Map.of(), command));
    }

    private void program(String name, String text) throws IOException {
        StandIn.write(folder.resolve(name), text);
    }
}
