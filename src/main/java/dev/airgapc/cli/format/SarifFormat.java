package dev.airgapc.cli.format;

import dev.airgapc.compile.Codes;
import dev.airgapc.diagnostic.Code;
import dev.airgapc.language.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * SARIF 2.1.0 ({@code oasis-tcs/sarif-spec:sarif-2.1/schema/sarif-schema-2.1.0.json}), with what code scanning of GitHub asks for. A
 * run without findings has an empty list of results: that closes the alerts of earlier ones.
 */
final class SarifFormat implements Format {
    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    @Override
    public boolean isOfForge() {
        return true;
    }

    @Override
    public String print(Run run) {
        List<Code> codes = Codes.all();
        Fingerprints fingerprints = new Fingerprints();
        List<Json> results = new ArrayList<>();
        List<Finding> findings = run.findings();
        List<Finding> most = Run.most(findings);
        most.forEach(finding -> results.add(result(finding, List.of(), codes, fingerprints)));
        run.allowed()
                .forEach(allowed ->
                        results.add(result(allowed.finding(), List.of(allowed.reason()), codes, fingerprints)));
        Json.Members only = Json.members()
                .with("tool", Json.members().with("driver", driver(run, codes)))
                .with("invocations", list(Json.members().with("executionSuccessful", run.whole())))
                .with("automationDetails", Json.members().with("id", "airgapc/" + subject(run) + "/"))
                .with("columnKind", "unicodeCodePoints")
                .with("results", new Json.Items(results))
                .with("properties", Json.members().with("omitted", findings.size() - most.size()));
        return Json.members()
                .with("$schema", SCHEMA)
                .with("version", "2.1.0")
                .with("runs", list(only))
                .print();
    }

    private static Json.Members driver(Run run, List<Code> codes) {
        return Json.members()
                .with("name", "airgapc")
                .with("semanticVersion", run.version())
                .with("rules", SarifRules.all(codes));
    }

    /** Two runs over different pages of one commit do not close each other's alerts. */
    private static String subject(Run run) {
        return run.pages().size() == 1 ? uri(run.pages().get(0).page()) : "project";
    }

    /** @param reasons of being allowed; a list that is there and empty says that it is not */
    private static Json.Members result(
            Finding finding, List<String> reasons, List<Code> codes, Fingerprints fingerprints) {
        return Json.members()
                .with("ruleId", finding.code().number())
                .with("ruleIndex", codes.indexOf(finding.code()))
                .with("level", SarifRules.level(finding.code().severity()))
                .with("message", SarifRules.text(finding.sentences()))
                .with("locations", list(location(finding.at())))
                .with("relatedLocations", related(finding.related()))
                .with("partialFingerprints", Json.members().with("primaryLocationLineHash", fingerprints.next(finding)))
                .with("fixes", JsonFindings.items(finding.remedy().stream().toList(), SarifFormat::fix))
                .with(
                        "suppressions",
                        JsonFindings.items(
                                reasons,
                                reason ->
                                        Json.members().with("kind", "inSource").with("justification", reason)));
    }

    private static Json.Items related(List<Place> places) {
        List<Json> locations = new ArrayList<>();
        for (Place place : places) {
            locations.add(Json.members().with("id", locations.size() + 1).with(location(place)));
        }
        return new Json.Items(locations);
    }

    private static Json.Members location(Place place) {
        Json.Members where = Json.members()
                .with(
                        "physicalLocation",
                        Json.members().with("artifactLocation", artifact(place)).with("region", region(place)));
        return place.words().isEmpty() ? where : where.with("message", SarifRules.text(place.words()));
    }

    private static Json.Members artifact(Place place) {
        return Json.members().with("uri", uri(place.file()));
    }

    private static Json.Members region(Place place) {
        return Json.members()
                .with("startLine", place.start().line())
                .with("startColumn", place.start().column())
                .with("endLine", place.end().line())
                .with("endColumn", place.end().column());
    }

    private static Json.Members fix(Finding.Remedy remedy) {
        Map<String, List<Finding.Change>> files = remedy.changes().stream()
                .collect(Collectors.groupingBy(change -> change.at().file(), LinkedHashMap::new, Collectors.toList()));
        return Json.members()
                .with("description", SarifRules.text(remedy.words()))
                .with("artifactChanges", JsonFindings.items(List.copyOf(files.values()), SarifFormat::changes))
                .with("properties", Json.members().with("applicability", remedy.safe() ? "safe" : "unsafe"));
    }

    private static Json.Members changes(List<Finding.Change> changes) {
        return Json.members()
                .with("artifactLocation", artifact(changes.get(0).at()))
                .with(
                        "replacements",
                        JsonFindings.items(
                                changes,
                                change -> Json.members()
                                        .with("deletedRegion", region(change.at()))
                                        .with("insertedContent", SarifRules.text(change.text()))));
    }

    /** RFC 3986: of a path only letters, digits and a few marks stand for themselves. */
    private static String uri(String path) {
        StringBuilder out = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte one : path.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (one & 0xFF);
            boolean itself = (character >= 'a' && character <= 'z')
                    || (character >= 'A' && character <= 'Z')
                    || (character >= '0' && character <= '9')
                    || "-._~/".indexOf(character) >= 0;
            out.append(itself ? String.valueOf(character) : String.format(Locale.ROOT, "%%%02X", (int) character));
        }
        return out.toString();
    }

    private static Json.Items list(Json.Members one) {
        return new Json.Items(List.<Json>of(one));
    }
}
