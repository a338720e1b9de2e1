package dev.airgapc.language;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.syntax.Tree;

/** From the trees of a page to a checked document. */
public final class Language {
    private Language() {}

    /**
     * Every word is looked up and every value found; what is wrong is told to the report and left out of the document. What a part
     * refers to and does not declare is left open.
     */
    public static Document check(Layers layers, Kinds kinds, Report report) {
        Evaluation evaluation = new Evaluation(kinds, layers, report);
        new Declarations(evaluation).read(layers.all());
        return new Document(evaluation);
    }

    /** The same for a page of one file. */
    public static Document check(Tree tree, Kinds kinds, Report report) {
        return check(Layers.alone(tree), kinds, report);
    }
}
