package dev.airgapc.language;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.syntax.Tree;

/** From a tree to a checked document. */
public final class Language {
    private Language() {}

    /** Every word is looked up and every value found; what is wrong is told to the report and left out of the document. */
    public static Document check(Tree tree, Kinds kinds, Report report) {
        Evaluation evaluation = new Evaluation(kinds, report);
        new Declarations(evaluation).read(tree);
        return new Document(evaluation);
    }
}
