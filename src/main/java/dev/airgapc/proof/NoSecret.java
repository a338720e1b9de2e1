package dev.airgapc.proof;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Credential;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.OutputFile;
import dev.airgapc.source.Span;
import java.util.Optional;

/** No file holds what is shaped like a secret, on either side. */
final class NoSecret implements Promise {
    @Override
    public void check(Subject subject, Report report) {
        for (OutputFile file : subject.files()) {
            file.content().leaves().forEach((pointer, leaf) -> leaf(subject, file, pointer, leaf, report));
        }
    }

    private static void leaf(Subject subject, OutputFile file, String pointer, Leaf leaf, Report report) {
        Optional<Credential> credential = Credential.in(leaf.value().text());
        if (credential.isPresent()) {
            Span place = subject.place(leaf.origin());
            report.add(Diagnostic.of(
                            LanguageCodes.TYPED_SECRET,
                            place,
                            "this puts " + credential.get().what() + " into " + file.path() + ":" + pointer)
                    .help("declare a `secret` and refer to it; change this one now: it has been in a file")
                    .concealed());
        }
    }
}
