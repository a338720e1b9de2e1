package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Credential;
import dev.airgapc.fact.Scalar;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.source.Span;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** No file holds what is shaped like a secret, on either side. */
final class NoSecret implements Promise {
    /** What {@code auth} of a docker config stands for (docker/cli:cli/config/configfile/file.go, decodeAuth). */
    private static final Pattern LOGIN = Pattern.compile("[^:\\s]+:\\S+");

    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            file.content().leaves().forEach((pointer, leaf) -> leaf(subject, file, pointer, leaf, report));
        }
    }

    private static void leaf(Subject subject, OutputFile file, String pointer, Leaf leaf, Report report) {
        what(pointer, leaf.value()).ifPresent(what -> {
            Span place = subject.place(leaf.origin());
            report.add(Diagnostic.of(
                            LanguageCodes.TYPED_SECRET,
                            place,
                            "this puts " + what + " into " + file.path() + ":" + pointer)
                    .help("declare a `secret` and refer to it; change this one now: it has been in a file")
                    .concealed());
        });
    }

    /** In whatever way a program may take the text: a login in base64 is one. */
    private static Optional<String> what(String pointer, Scalar value) {
        Set<String> readings = Readings.of(value.text());
        boolean login = pointer.endsWith("/auth")
                && readings.stream()
                        .skip(1)
                        .anyMatch(reading -> LOGIN.matcher(reading).matches());
        return login
                ? Optional.of("a docker login")
                : readings.stream()
                        .flatMap(reading -> Credential.in(reading).stream())
                        .map(Credential::what)
                        .findFirst();
    }
}
