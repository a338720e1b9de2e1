package dev.airgapc.output;

import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Count;
import dev.airgapc.fact.Decimal;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Flag;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import java.util.Optional;

/**
 * A value in a file.
 *
 * @param key in a product's file, where the product's key was read
 */
public record Leaf(Scalar value, Origin origin, Optional<Citation> key) implements Node {
    /** A value where nobody else's key is concerned. */
    public static Leaf of(Fact<? extends Scalar> fact) {
        return new Leaf(fact.value(), fact.origin(), Optional.empty());
    }

    /** Text where nobody else's key is concerned. */
    public static Leaf text(Fact<String> fact) {
        return of(fact.map(Text::new));
    }

    /** This, with the citation of the product's key that it stands under. */
    public Leaf under(Citation citation) {
        return new Leaf(value, origin, Optional.of(citation));
    }

    /** Whether this is a number or a flag, which stands without quotes in every format. */
    boolean bare() {
        return value instanceof Flag || value instanceof Count || value instanceof Decimal;
    }

    @Override
    public void visit(String pointer, Visitor visitor) {
        visitor.leaf(pointer, this);
    }
}
