package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Between lexer and parser. What stands open is closed where the text shows that it should have been, and the blame goes to the
 * opener: nothing behind it is lost.
 *
 * @param tokens for the parser: brackets and braces are balanced, or closed too often, never too seldom
 * @param whole whether all of the text is in the tokens; false if it is nested too deep to be read
 */
record Layout(Draft draft, List<Token> tokens, boolean whole) {
    /** Deeper than any page that a person writes, shallow enough for every stack. */
    private static final int DEEPEST = 100;

    static Layout of(Source source, Report report) {
        Draft draft = Draft.of(source, report);
        List<Token> tokens = draft.tokens();
        int deepest = deepest(tokens);
        if (deepest < tokens.size()) {
            report.add(Diagnostic.of(
                            SyntaxCodes.NESTED_TOO_DEEP,
                            Tokens.span(source, tokens.get(deepest)),
                            "blocks and lists are nested deeper than " + DEEPEST)
                    .help("the rest of the file was not read"));
            return new Layout(draft, List.of(tokens.get(tokens.size() - 1)), false);
        }
        List<Token> lines = Brackets.balanced(source, report, tokens);
        return new Layout(draft, Braces.balanced(source, report, Openers.opened(source, report, lines)), true);
    }

    /** The place of the bracket that is one too deep; the number of tokens if there is none. */
    private static int deepest(List<Token> tokens) {
        Deque<Integer> open = new ArrayDeque<>();
        for (int at = 0; at < tokens.size(); at++) {
            int type = tokens.get(at).getType();
            switch (type) {
                case AgLexer.LBRACE, AgLexer.LBRACK, AgLexer.LPAREN -> open.push(type);
                case AgLexer.RBRACE -> closeIf(open, AgLexer.LBRACE);
                case AgLexer.RBRACK -> closeIf(open, AgLexer.LBRACK);
                case AgLexer.RPAREN -> closeIf(open, AgLexer.LPAREN);
                default -> {}
            }
            if (open.size() > DEEPEST) {
                return at;
            }
        }
        return tokens.size();
    }

    private static void closeIf(Deque<Integer> open, int opener) {
        if (!open.isEmpty() && open.peek() == opener) {
            open.pop();
        }
    }
}
