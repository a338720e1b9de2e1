package dev.airgapc.syntax;

import dev.airgapc.syntax.antlr.AgLexer;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Goes over the tokens that people see, and knows where entries begin and how many brackets are open. */
final class Walk {
    interface Place {
        /** One token of {@code seen}, all those that people see. */
        void at(List<Token> seen, int index, int brackets);
    }

    interface Beginning {
        void at(List<Token> seen, int index);
    }

    private Walk() {}

    /** Every token but the end of the file. */
    static void all(List<Token> tokens, Place place) {
        List<Token> seen = tokens.stream().filter(Tokens::visible).toList();
        int brackets = 0;
        boolean hole = false;
        for (int index = 0; index < seen.size() - 1; index++) {
            place.at(seen, index, brackets);
            switch (seen.get(index).getType()) {
                case AgLexer.LBRACK, AgLexer.LPAREN -> brackets++;
                case AgLexer.STR_HOLE -> hole = true;
                case AgLexer.RPAREN, AgLexer.RBRACK -> {
                    brackets = hole ? brackets : Math.max(0, brackets - 1);
                    hole = false;
                }
                case AgLexer.LBRACE, AgLexer.RBRACE -> brackets = 0;
                case AgLexer.NL -> hole = false;
                default -> {}
            }
        }
    }

    /** The first token of every entry. */
    static void entries(List<Token> tokens, Beginning beginning) {
        all(tokens, (seen, index, brackets) -> {
            if (index == 0 || (brackets == 0 && beginsEntry(seen.get(index - 1)))) {
                beginning.at(seen, index);
            }
        });
    }

    static boolean beginsEntry(Token before) {
        return before.getType() == AgLexer.NL || before.getType() == AgLexer.LBRACE;
    }
}
