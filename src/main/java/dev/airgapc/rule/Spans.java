package dev.airgapc.rule;

import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.source.Span;
import java.util.List;
import java.util.Optional;

/** Where values stand on the page. */
final class Spans {
    private Spans() {}

    /** The first text on the way to a value. */
    static Span of(Fact<?> fact) {
        return fact.origin().written().orElseThrow().span();
    }

    /** The text of the value itself, if the page states it. */
    static Optional<Span> stated(Fact<?> fact) {
        return fact.origin() instanceof Origin.Written written ? Optional.of(written.span()) : Optional.empty();
    }

    /** The text of a list, from its first item to its last, if the page states it. */
    static Optional<Span> stated(List<? extends Fact<?>> facts) {
        if (facts.isEmpty() || facts.stream().anyMatch(fact -> stated(fact).isEmpty())) {
            return Optional.empty();
        }
        Span first = of(facts.get(0));
        Span last = of(facts.get(facts.size() - 1));
        return Optional.of(first.source() == last.source() ? first.to(last) : last);
    }
}
