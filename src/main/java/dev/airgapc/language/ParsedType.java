package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Parsed;
import dev.airgapc.syntax.Value;
import java.util.Optional;
import java.util.function.Function;

/** A string that a strict parser takes. */
record ParsedType<T>(String words, Code code, Function<String, Parsed<T>> parser, Function<T, String> print)
        implements Type<T> {
    /** So much of a wrong value stands in a sentence. */
    private static final int SHOWN = 80;

    @Override
    public Optional<Fact<T>> read(Value value, Reading reading) {
        Optional<Fact<String>> text = reading.text(value, words);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        Parsed<T> parsed = parser.apply(text.get().value());
        if (parsed.value().isEmpty()) {
            String shown = text.get().value().isEmpty()
                    ? "the empty string is not " + words
                    : "`" + shortened(text.get().value().stripTrailing()) + "` " + parsed.problem();
            reading.report()
                    .add(Diagnostic.of(code, value.span(), shown)
                            .label("not " + words)
                            .help(help((Value.Text) value, text.get().value())));
        }
        return parsed.value().map(found -> text.get().map(ignored -> found));
    }

    /** A value that somebody can still read. */
    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }

    /** What people forget about strings, if it shows. */
    private static String help(Value.Text written, String text) {
        if (text.endsWith("\n")) {
            return "a text block ends with a line break; write the string in quotes on one line";
        }
        boolean raw = written.form() == Value.Form.RAW && text.contains("\\(");
        return raw || text.contains("${") ? "another value stands in text as `\\(site.domain)`, in double quotes" : "";
    }

    @Override
    public Json.Members schema() {
        return Schemas.string();
    }

    @Override
    public String text(T value) {
        return print.apply(value);
    }

    @Override
    public boolean interpolates() {
        return true;
    }

    @Override
    public Parsed<T> parse(String text) {
        return parser.apply(text);
    }
}
