package dev.airgapc.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.cli.format.Formats;
import dev.airgapc.site.Secret;
import dev.airgapc.site.SecretUse;
import dev.airgapc.testing.Canary;
import dev.airgapc.testing.Corpus;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every secret of every example is there to be read, in the environment and in files, and no command shows or keeps one. */
class UnreadSecretsTest {
    private static final Pattern VARIABLE = Pattern.compile("env\\(\"([A-Z0-9_]+)\"\\)");
    private static final String FOLDER = "/etc/appliance/";
    private static final Pattern FILE =
            Pattern.compile("file\\(\"" + FOLDER + "\\\\\\(site\\.name\\)/([a-z0-9-]+)\"\\)");
    private static final Pattern READ = Pattern.compile("read_secret 'env' (\\S+)|read_secret 'file' '([^']+)'");

    @TempDir
    Path folder = Path.of("");

    @TempDir
    Path secrets = Path.of("");

    private final Map<String, String> environment = new TreeMap<>();

    @BeforeEach
    void everySecret() throws IOException {
        for (Path page : files(Corpus.EXAMPLES, "")) {
            Path copy = folder.resolve("work").resolve(Corpus.EXAMPLES.relativize(page));
            Files.createDirectories(copy.resolveSibling("."));
            String text = Files.readString(page);
            Files.writeString(copy, text.replace(FOLDER, secrets + "/"));
            if (Corpus.name(page).endsWith(".ag")) {
                VARIABLE.matcher(text).results().forEach(found -> variables(found.group(1)));
            }
        }
        for (Path site : files(Corpus.EXAMPLES, "airgapc.lock.json")) {
            String common = Files.readString(Corpus.EXAMPLES.resolve("fleet/common.ag"));
            for (MatchResult found : FILE.matcher(common).results().toList()) {
                Path secret = Files.createDirectories(
                        secrets.resolve(Corpus.folder(site)).resolve(found.group(1)));
                for (String field : fields()) {
                    Files.writeString(secret.resolve(field), Canary.VALUE + "\n");
                }
            }
        }
        environment.put("VAULT_TOKEN", Canary.VALUE);
        for (String place : List.of("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "TMPDIR")) {
            environment.put(
                    place, Files.createDirectories(folder.resolve(place)).toString());
        }
    }

    @Test
    void noCommandShowsOrKeepsOne() throws IOException {
        for (String arguments : List.of(
                "compile --project --debug",
                "compile --project --check --debug",
                "compile --project --diff --out elsewhere",
                "check --project --debug --format json",
                "fmt --project --debug",
                "explain secret.clearml-agent fleet/acme.ag",
                "explain --json fleet/acme.ag",
                "list secrets fleet/acme.ag")) {
            Processes.Result result = airgapc(arguments);
            assertTrue(result.exit() <= 1, arguments + ": " + result.err());
            assertEquals(List.of(), Canary.in(result.out() + result.err()), arguments);
        }
        assertEquals(List.of(), Canary.below(folder));
        everySecretThatIsReadWasThere();
    }

    /** The same where lines that say where secrets are read are shown, because something is wrong in them. */
    @Test
    void noFormOfFindingsShowsOne() throws IOException {
        for (Path page : files(folder.resolve("work"), ".ag")) {
            Files.writeString(
                    page, Files.readString(page).replace(" = env(", " = evn(").replace(" = file(", " = flie("));
        }
        Airgapc airgapc = new Airgapc(folder.resolve("work"));
        for (String format : Formats.NAMES) {
            Airgapc.Result result = airgapc.run(environment, "check", "--project", "--debug", "--format", format);
            assertEquals(Exit.FINDINGS, result.exit());
            assertTrue((result.out() + result.err()).contains("evn"), result.out() + result.err());
            assertEquals(List.of(), Canary.in(result.out() + result.err()), format);
        }
        assertEquals(List.of(), Canary.below(folder));
    }

    private Processes.Result airgapc(String arguments) {
        List<String> options = new ArrayList<>();
        options.add("-Djava.io.tmpdir=" + folder.resolve("TMPDIR"));
        options.add("-Duser.home=" + folder.resolve("HOME"));
        options.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.airgapc.cli.Main"));
        options.addAll(List.of(arguments.split(" ", -1)));
        return Processes.run(folder.resolve("work"), environment, Processes.java(options));
    }

    /** Else nothing could be found. */
    private void everySecretThatIsReadWasThere() throws IOException {
        int found = 0;
        for (Path script : files(folder.resolve("work"), ".sh")) {
            for (MatchResult read :
                    READ.matcher(Files.readString(script)).results().toList()) {
                String place = read.group(1) == null ? Files.readString(Path.of(read.group(2))) : read.group(1);
                assertTrue(read.group(1) == null || environment.containsKey(place), place);
                found++;
            }
        }
        assertTrue(found > 20, found + " secrets");
    }

    private void variables(String name) {
        environment.put(name, Canary.VALUE);
        fields().forEach(field ->
                environment.put(name + "_" + field.replace('-', '_').toUpperCase(Locale.ROOT), Canary.VALUE));
    }

    private static List<String> fields() {
        return Stream.concat(Secret.FIELDS.stream().map(field -> field.name()), SecretUse.SERVER_KEYS.stream())
                .toList();
    }

    private static List<Path> files(Path below, String end) {
        try (Stream<Path> files = Files.walk(below)) {
            return files.filter(file ->
                            Files.isRegularFile(file) && Corpus.name(file).endsWith(end))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
