package dev.airgapc.language;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.syntax.Tree;
import java.util.List;

/** From the trees of a page to a checked document. */
public final class Language {
    private Language() {}

    /** Every word is looked up and every value found; what is wrong is told to the report and left out of the document. */
    public static Document check(List<Layer> layers, Kinds kinds, Report report) {
        Evaluation evaluation = new Evaluation(kinds, report);
        new Declarations(evaluation).read(layers);
        return new Document(evaluation);
    }

    /** The same for a page of one file. */
    public static Document check(Tree tree, Kinds kinds, Report report) {
        return check(List.of(Layer.alone(tree)), kinds, report);
    }
}
