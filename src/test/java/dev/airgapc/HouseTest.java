package dev.airgapc;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import dev.airgapc.fact.ImageName;
import dev.airgapc.fact.SecretName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house, each with its reason. */
class HouseTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.airgapc");

    /** Each package and what it may import of the others; imports go up this table only. */
    private static final Map<String, List<String>> WALLS = new LinkedHashMap<>();

    static {
        WALLS.put("source", List.of());
        WALLS.put("diagnostic", List.of("source"));
        WALLS.put("fact", List.of("source"));
        WALLS.put("syntax", List.of("source", "diagnostic"));
        WALLS.put("language", List.of("source", "diagnostic", "fact", "syntax"));
        WALLS.put("catalog", List.of("source", "diagnostic", "fact"));
        WALLS.put("site", List.of("source", "diagnostic", "fact", "syntax", "language", "catalog"));
        WALLS.put("rule", List.of("source", "diagnostic", "fact", "syntax", "language", "catalog", "site"));
        WALLS.put("output", List.of("source", "diagnostic", "fact"));
        WALLS.put("plan", List.of("source", "diagnostic", "fact", "language", "catalog", "site", "output"));
        WALLS.put("target", List.of("source", "diagnostic", "fact", "language", "catalog", "site", "output", "plan"));
        WALLS.put("proof", List.of("source", "diagnostic", "fact", "language", "catalog", "site", "output", "plan"));
        WALLS.put(
                "compile",
                List.of(
                        "source",
                        "diagnostic",
                        "fact",
                        "syntax",
                        "language",
                        "catalog",
                        "site",
                        "rule",
                        "output",
                        "plan",
                        "target",
                        "proof"));
        WALLS.put(
                "report",
                List.of(
                        "source",
                        "diagnostic",
                        "fact",
                        "syntax",
                        "language",
                        "catalog",
                        "site",
                        "rule",
                        "output",
                        "plan",
                        "target",
                        "proof",
                        "compile"));
        WALLS.put(
                "cli",
                List.of(
                        "source",
                        "diagnostic",
                        "fact",
                        "syntax",
                        "language",
                        "catalog",
                        "site",
                        "rule",
                        "output",
                        "plan",
                        "target",
                        "proof",
                        "compile",
                        "report"));
    }

    @TestFactory
    Stream<DynamicTest> walls() {
        return WALLS.entrySet().stream()
                .map(wall -> DynamicTest.dynamicTest(wall.getKey(), () -> {
                    String[] forbidden = WALLS.keySet().stream()
                            .filter(other -> !other.equals(wall.getKey())
                                    && !wall.getValue().contains(other))
                            .map(other -> "dev.airgapc." + other + "..")
                            .toArray(String[]::new);
                    if (forbidden.length > 0) {
                        noClasses()
                                .that()
                                .resideInAPackage("dev.airgapc." + wall.getKey() + "..")
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(forbidden)
                                .because(
                                        "imports go up the table of docs/architecture.md only: a phase knows what it is given, not who asks")
                                .check(HOUSE);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> rules() {
        return Stream.of(
                        classes()
                                .that()
                                .resideInAPackage("dev.airgapc..")
                                .should()
                                .resideInAnyPackage(WALLS.keySet().stream()
                                        .map(name -> "dev.airgapc." + name + "..")
                                        .toArray(String[]::new))
                                .because("every package is in the table"),
                        slices().matching("dev.airgapc.(*)..")
                                .should()
                                .beFreeOfCycles()
                                .because("what is tied in a circle is one thing with two names"),
                        slices().matching("dev.airgapc.target.(*)..")
                                .should()
                                .notDependOnEachOther()
                                .because("targets share through the site and the plan, and never see each other"),
                        only("org.antlr..", "dev.airgapc.syntax..", "the tree does not know the parser"),
                        only(
                                "picocli..",
                                "dev.airgapc.cli..",
                                "a command line is one way among others to call the compiler"),
                        only("com.hubspot..", "dev.airgapc.output..", "a template engine is a detail of a printer"),
                        only("org.snakeyaml..", "dev.airgapc.output..", "formats are read and printed in one place"),
                        only("com.github.difflib..", "dev.airgapc.compile..", "a patch is one way to show drift"),
                        only("com.fasterxml..", "dev.airgapc.verify..", "nothing on the way of check reads JSON"),
                        only("com.networknt..", "dev.airgapc.verify..", "schemas are held against foreign files alone"),
                        noClasses()
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(
                                        "java.net..", "java.net.http..", "java.nio.channels.spi..", "javax.net..")
                                .because("airgapc opens no socket, ever"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("dev.airgapc.cli..")
                                .should()
                                .callMethod(System.class, "getenv")
                                .orShould()
                                .callMethod(System.class, "getenv", String.class)
                                .orShould()
                                .callMethod(System.class, "currentTimeMillis")
                                .orShould()
                                .callMethodWhere(target(nameMatching("now|system.*"))
                                        .and(target(owner(resideInAPackage("java.time..")))))
                                .orShould()
                                .callConstructor(java.util.Date.class)
                                .orShould()
                                .callMethod(System.class, "exit", int.class)
                                .orShould()
                                .accessField(System.class, "out")
                                .orShould()
                                .accessField(System.class, "err")
                                .because(
                                        "streams, environment, clock and exit belong to the command line: a compile is a function of its inputs"),
                        noClasses()
                                .that(resideInAPackage("dev.airgapc..")
                                        .and(not(resideInAnyPackage("dev.airgapc.compile..", "dev.airgapc.cli.."))))
                                .should()
                                .dependOnClassesThat()
                                .belongToAnyOf(
                                        java.nio.file.Files.class,
                                        java.io.FileOutputStream.class,
                                        java.io.FileWriter.class)
                                .because("files are read through Inputs and written by compile"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("dev.airgapc.plan..")
                                .should()
                                .callConstructor(
                                        ImageName.class, dev.airgapc.fact.Image.class, java.util.Optional.class)
                                .because(
                                        "who asks for an image's place has it in the plan; there is no other way to write one"),
                        noClasses()
                                .that()
                                .resideOutsideOfPackage("dev.airgapc.target..")
                                .should()
                                .callConstructor(
                                        SecretName.class,
                                        dev.airgapc.fact.Address.class,
                                        String.class,
                                        SecretName.Shape.class,
                                        String.class)
                                .because(
                                        "a secret's name is what makes the plan ask for the object, so a consumer writes it"),
                        noClasses()
                                .should()
                                .haveSimpleNameEndingWith("Util")
                                .orShould()
                                .haveSimpleNameEndingWith("Utils")
                                .orShould()
                                .haveSimpleNameEndingWith("Helper")
                                .orShould()
                                .haveSimpleNameEndingWith("Manager")
                                .orShould()
                                .haveSimpleNameEndingWith("Impl")
                                .because("such a name says nothing"))
                .map(rule -> DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(HOUSE)));
    }

    private static ArchRule only(String library, String home, String reason) {
        return noClasses()
                .that(not(resideInAnyPackage(home)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .because(reason)
                .allowEmptyShould(true);
    }
}
