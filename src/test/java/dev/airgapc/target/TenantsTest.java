package dev.airgapc.target;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.compile.Compilation;
import dev.airgapc.testing.Examples;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one tenant has, no other tenant's tasks see. */
class TenantsTest {
    private static final String PAGE = "tenants/site.ag";

    @ParameterizedTest
    @CsvSource({"vision,speech", "speech,vision"})
    void agentsKnowNothingOfEachOther(String tenant, String other) {
        Compilation compilation = Examples.changed(PAGE, Examples.text(PAGE));
        for (String file : List.of(
                "agent-" + tenant + "/clearml-agent-values.override.yaml",
                "gateway-" + tenant + "/clearml-app-gateway-values.override.yaml")) {
            String text = Examples.print(Examples.file(compilation, file));
            assertTrue(text.contains(tenant), text);
            assertFalse(text.contains(other), text);
        }
    }

    /** An object of Kubernetes in a namespace is there for every pod of it. */
    @Test
    void aLoginForGitIsInNoOtherNamespace() {
        assertEquals(1, git(Examples.text(PAGE)));
        assertEquals(2, git(Examples.text(PAGE).replaceFirst("(?m)^  agents +=.*\n", "")), "a login of everybody");
    }

    private static long git(String page) {
        String script = Examples.print(Examples.file(Examples.changed(PAGE, page), "create-secrets.sh"));
        return script.lines()
                .filter(line -> line.matches("if secret .* 'vision-git' .*"))
                .count();
    }
}
