package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Examples;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Applications are converted and then uploaded, with stand-ins for the vendor's two programs in each documented dialect. */
@ReadBy(
        value = {"bash"},
        what = "`convert-apps.sh`, `upload-apps.sh`",
        proves = "packages are converted before they are uploaded, in both dialects, and no command line shows a key")
class AppsTest {
    private static final String SECRET = "s'e\"c $r";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void write() throws IOException {
        String page = Examples.text("clearml/site.ag")
                .replace("packages    = \"apps\"", "packages    = \"the apps\"")
                .replace("from = env(\"CLEARML_ADMIN\")", "from = env(\"ADMIN\")");
        Examples.write(Examples.changed("clearml/site.ag", page), folder);
        Files.createDirectories(folder.resolve("the apps"));
        Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("hpo.zip", "vs code.zip")) {
            Files.writeString(folder.resolve("the apps").resolve(name), "original");
        }
    }

    @ParameterizedTest
    @CsvSource({"--artifactory,--key KEY --secret SECRET --command upload", "--repo,--user USER --password PASSWORD"})
    void speakBothDialects(String flag, String login) throws IOException {
        program("convert_image_registry.py", flag, """
                folder = sys.argv[sys.argv.index("--apps-dir") + 1]
                for name in sorted(os.listdir(folder)):
                    if name.endswith(".zip"):
                        open(os.path.join(folder, name), "w").write("converted")
                print("make sure `allegroai/clearml-apps:hpo-1.10.0-1062` was added to", sys.argv[-1])
                """);
        program("upload_apps.py", login, "open(os.environ[\"RECORD\"], \"a\").write(repr(sys.argv[1:]) + \"\\n\")\n");

        Processes.Result converted = run("convert-apps.sh", "tools");
        assertEquals(0, converted.exit(), converted.err());
        assertTrue(converted.out().contains("registry.core.corp.example:5000/clearml-apps"), converted.out());
        assertEquals("original", Files.readString(folder.resolve("the apps/hpo.zip")));
        assertEquals("converted", Files.readString(folder.resolve("converted-apps/hpo.zip")));

        Processes.Result uploaded = run("upload-apps.sh", "tools");
        assertEquals(0, uploaded.exit(), uploaded.err());
        boolean keys = login.startsWith("--key");
        assertEquals(
                "['--host', 'https://api.ml.corp.example', '" + (keys ? "--key" : "--user") + "', 'access', '"
                        + (keys ? "--secret" : "--password") + "', 's\\'e\"c $r', "
                        + (keys ? "'--command', 'upload', " : "") + "'--dir', 'converted-apps']\n",
                record());
        assertEquals(0, run("upload-apps.sh", "tools", "vs code.zip").exit());
        assertTrue(record().endsWith("'--files', 'converted-apps/vs code.zip']\n"), record());
        assertFalse(uploaded.err().contains(SECRET), "the secret is printed");
    }

    @Test
    void nothingIsUploadedBeforeItIsConverted() throws IOException {
        program("upload_apps.py", "--key KEY", "open(os.environ[\"RECORD\"], \"a\").write(\"x\")\n");
        Processes.Result result = run("upload-apps.sh", "tools");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("run convert-apps.sh first"), result.err());
        assertFalse(Files.exists(folder.resolve("record")));
    }

    @Test
    void aProgramThatKnowsNeitherFlagIsNotStarted() throws IOException {
        program("convert_image_registry.py", "--registry", "open(os.environ[\"RECORD\"], \"a\").write(\"x\")\n");
        Processes.Result result = run("convert-apps.sh", "tools");
        assertEquals(1, result.exit());
        assertTrue(result.err().contains("neither --artifactory nor --repo"), result.err());
        assertFalse(Files.exists(folder.resolve("record")));
    }

    private void program(String name, String help, String text) throws IOException {
        Files.writeString(
                folder.resolve("tools").resolve(name),
                "import os, sys\nif \"--help\" in sys.argv:\n    print(\"" + help + "\")\n    sys.exit()\n" + text);
    }

    private Processes.Result run(String script, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Consumer.program("bash"),
                folder.resolve("inside/clearml/" + script).toString()));
        command.addAll(List.of(arguments));
        return Processes.run(
                folder,
                Map.of(
                        "RECORD",
                        folder.resolve("record").toString(),
                        "ADMIN_ACCESS_KEY",
                        "access",
                        "ADMIN_SECRET_KEY",
                        SECRET),
                command);
    }

    private String record() throws IOException {
        return Files.readString(folder.resolve("record"));
    }
}
