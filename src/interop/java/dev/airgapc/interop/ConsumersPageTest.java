package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.airgapc.testing.Expectation;
import dev.airgapc.testing.Processes;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page that says who reads what is made of the tests that make them read, and its versions are those that are installed. */
@Tag("interop")
class ConsumersPageTest {
    private static final List<Class<?>> TESTS = new ClassFileImporter()
            .importPackages("dev.airgapc.interop").stream()
                    .filter(one -> one.isAnnotatedWith(ReadBy.class))
                    .map(JavaClass::reflect)
                    .sorted(Comparator.comparing(Class::getSimpleName))
                    .collect(Collectors.toList());

    @Test
    void saysWhoReadsWhat() {
        StringBuilder page = new StringBuilder("""
                # Who reads the outputs

                Made by `ConsumersPageTest` from the tests of `src/interop`; `-Dapprove=true` rewrites it. Each program is installed by
                `src/interop/install-consumers.sh`, pinned, and run without a network beyond the loopback where the machine allows it. A test
                that names a program and never starts it fails.

                | the outputs | are read by | and it is proven that |
                | --- | --- | --- |
                """);
        for (Class<?> test : TESTS) {
            ReadBy reading = test.getAnnotation(ReadBy.class);
            page.append("| ")
                    .append(reading.what())
                    .append(" | ")
                    .append(String.join(", ", reading.value()))
                    .append(" | ")
                    .append(reading.proves())
                    .append(" (`")
                    .append(test.getSimpleName())
                    .append("`) |\n");
        }
        page.append("\n## Versions\n\n| program | version | from |\n| --- | --- | --- |\n");
        Consumer.ALL.forEach(consumer -> page.append("| ")
                .append(consumer.name())
                .append(" | ")
                .append(consumer.version())
                .append(" | ")
                .append(consumer.from())
                .append(" |\n"));
        Expectation.verify(Path.of("docs/consumers.md"), page.toString());
    }

    @Test
    void noneIsInstalledForNothing() {
        List<String> read = TESTS.stream()
                .flatMap(test -> Stream.of(test.getAnnotation(ReadBy.class).value()))
                .distinct()
                .sorted()
                .toList();
        assertEquals(Consumer.ALL.stream().map(Consumer::name).sorted().toList(), read);
    }

    /** Where all must be there, they are the versions that the page names; a Debian version begins so. */
    @Test
    void theVersionsAreTheInstalledOnes() {
        if (!"all".equals(System.getenv("AIRGAPC_REQUIRE_CONSUMERS"))) {
            return;
        }
        Processes.Result result =
                Processes.run(Path.of(""), Map.of(), List.of("src/interop/install-consumers.sh", "--versions"));
        for (Consumer consumer : Consumer.ALL) {
            String version = result.out()
                    .lines()
                    .filter(line -> line.startsWith(consumer.name() + "\t"))
                    .map(line -> line.substring(consumer.name().length() + 1))
                    .findFirst()
                    .orElse("missing");
            assertEquals(
                    consumer.version(),
                    version.substring(
                            0, Math.min(version.length(), consumer.version().length())),
                    consumer.name());
        }
    }
}
