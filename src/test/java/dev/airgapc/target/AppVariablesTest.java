package dev.airgapc.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tasks of the named agents find the files of an application, in one form, and no other agent's tasks do. */
class AppVariablesTest {
    private static final String AGENT = "/clearml-agent-values.override.yaml";

    @ParameterizedTest
    @CsvSource({"code-server.tar.gz,TGZ,DEB", "code-server.deb,DEB,TGZ", "code-server.rpm,DEB,TGZ"})
    void oneFormIsInForce(String file, String there, String other) throws IOException {
        String page = Files.readString(Path.of("src/main/resources/manual/app.ag"))
                .replaceFirst("(?m)^  source = .*\n  sha256 = .*$", "  file = \"" + file + "\"");
        Compilation compilation = Examples.changed("clearml/site.ag", page);
        String main = printed(compilation, "agent-main" + AGENT);
        assertEquals(
                List.of("CLEARML_SESSION_VSCODE_SERVER_" + there, "https://files.ml.corp.example/" + file),
                variable(main, "CLEARML_SESSION_VSCODE_SERVER_" + there));
        assertFalse(main.contains("CLEARML_SESSION_VSCODE_SERVER_" + other), main);
        assertEquals(
                List.of("CLEARML_DROPBEAR_EXEC", "https://files.ml.corp.example/dropbearmulti"),
                variable(main, "CLEARML_DROPBEAR_EXEC"));
        assertFalse(printed(compilation, "agent-batch" + AGENT).contains("VSCODE"), "the page names another agent");
    }

    private static String printed(Compilation compilation, String end) {
        return Examples.print(Examples.file(compilation, end));
    }

    /** The name of a variable and the value behind it. */
    private static List<String> variable(String values, String name) {
        String rest = values.substring(values.indexOf("\"" + name + "\""));
        return Stream.of(rest.split("\n", 3))
                .limit(2)
                .map(line -> line.replaceAll(".*\"(.*)\"", "$1"))
                .toList();
    }
}
