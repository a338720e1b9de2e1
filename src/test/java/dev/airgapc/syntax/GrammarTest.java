package dev.airgapc.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.antlr.AgParser;
import dev.airgapc.testing.Corpus;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule {@code file} is the grammar of a whole page: it takes what the reader takes, and is never of two minds. */
class GrammarTest {
    static List<Path> pages() {
        return Corpus.pages(Corpus.RESOURCES.resolve("syntax/ok"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void isUnambiguous(Path file) {
        Source source = new Source(Corpus.name(file), new String(Corpus.bytes(file), StandardCharsets.UTF_8));
        AgParser parser = new AgParser(new CommonTokenStream(
                new ListTokenSource(Layout.of(source, new Report()).tokens())));
        List<String> complaints = new ArrayList<>();
        parser.removeErrorListeners();
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                    Parser recognizer,
                    DFA dfa,
                    int start,
                    int stop,
                    boolean exact,
                    BitSet alternatives,
                    ATNConfigSet configs) {
                complaints.add("ambiguous at token " + start);
            }

            @Override
            public void reportAttemptingFullContext(
                    Parser recognizer, DFA dfa, int start, int stop, BitSet alternatives, ATNConfigSet configs) {
                complaints.add("full context at token " + start);
            }
        });
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.file();
        assertEquals(List.of(), complaints);
        assertEquals(0, parser.getNumberOfSyntaxErrors());
    }
}
