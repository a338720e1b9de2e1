package dev.airgapc.site;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.PortRange;
import dev.airgapc.language.Json;
import dev.airgapc.language.LanguageCodes;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Schemas;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;
import dev.airgapc.syntax.Value;
import java.util.Optional;

/** Two ports, the lower one first. */
final class PortRangeType implements Type<PortRange> {
    private final Type<Long> port = Types.count(1, 65535);

    @Override
    public Optional<Fact<PortRange>> read(Value value, Reading reading) {
        if (!(value instanceof Value.Items items)) {
            return reading.wrong(value, words(), "write them as in `[30100, 30200]`");
        }
        if (items.values().size() != 2) {
            int held = items.values().size();
            String text = held < 2
                    ? "write the last one too, as in `[30100, 30200]`"
                    : "write `["
                            + items.values().get(0).span().text() + ", "
                            + items.values().get(held - 1).span().text() + "]`";
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.WRONG_TYPE,
                                    value.span(),
                                    "a range of ports has a first and a last one, and here "
                                            + (held == 1 ? "stands 1" : "stand " + held))
                            .help(text));
            return Optional.empty();
        }
        Optional<Fact<Long>> first = port.read(items.values().get(0), reading);
        Optional<Fact<Long>> last = port.read(items.values().get(1), reading);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        PortRange range =
                new PortRange(first.get().value().intValue(), last.get().value().intValue());
        if (range.first() > range.last()) {
            reading.report()
                    .add(Diagnostic.of(
                                    LanguageCodes.WRONG_TYPE,
                                    value.span(),
                                    "`" + range.text() + "` ends before it begins")
                            .help("write `[" + range.last() + ", " + range.first() + "]`")
                            .fix(Fix.guess(
                                    "write the lower port first",
                                    value.span(),
                                    "[" + range.last() + ", " + range.first() + "]")));
            return Optional.empty();
        }
        return Optional.of(reading.written(range, value.span()));
    }

    @Override
    public String words() {
        return "the first and the last port";
    }

    @Override
    public Json.Members schema() {
        return Schemas.list(port.schema(), 2);
    }

    @Override
    public String text(PortRange value) {
        return value.text();
    }
}
