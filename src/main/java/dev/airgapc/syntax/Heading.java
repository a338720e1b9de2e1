package dev.airgapc.syntax;

import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * What stands before the brace of a block: a keyword and perhaps a name.
 *
 * @param column how deep its line stands, counted from 0
 */
record Heading(int column, List<Token> tokens) {
    /** The heading of the brace that stands last, with the column of the first word of its line. */
    static Heading before(List<Token> tokens) {
        List<Token> heading = new ArrayList<>();
        int at = tokens.size() - 2;
        while (at >= 0 && !ends(tokens.get(at))) {
            if (Tokens.visible(tokens.get(at))) {
                heading.add(0, tokens.get(at));
            }
            at--;
        }
        int column = heading.isEmpty() ? tokens.get(tokens.size() - 1).getCharPositionInLine() : column(heading.get(0));
        while (at >= 0 && tokens.get(at).getType() != AgLexer.NL) {
            column = Tokens.visible(tokens.get(at)) ? column(tokens.get(at)) : column;
            at--;
        }
        return new Heading(column, heading);
    }

    /** A line that may be the heading of a block, and nothing else. */
    static boolean isWhole(List<Token> line) {
        int type = line.isEmpty() ? AgLexer.NL : line.get(0).getType();
        return type == AgLexer.IDENT
                && line.stream().allMatch(token -> switch (token.getType()) {
                    case AgLexer.IDENT, AgLexer.STR_OPEN, AgLexer.STR_TEXT, AgLexer.STR_CLOSE, AgLexer.RAW -> true;
                    default -> false;
                });
    }

    static Heading of(List<Token> line) {
        return new Heading(column(line.get(0)), line);
    }

    /** In a sentence: {@code queue `gpu`}. */
    String words() {
        List<String> words = new ArrayList<>();
        for (Token token : tokens) {
            boolean quote = token.getType() == AgLexer.STR_OPEN || token.getType() == AgLexer.STR_CLOSE;
            boolean layer = words.isEmpty()
                    && (token.getText().equals("amend") || token.getText().equals("remove"));
            if (!quote && !layer) {
                words.add(token.getText().replace("'", ""));
            }
        }
        return switch (words.size()) {
            case 0 -> "the block";
            case 1 -> "block `" + words.get(0) + "`";
            default -> words.get(0) + " `" + words.get(1) + "`";
        };
    }

    /** As it is written, without its brace. */
    String text() {
        StringBuilder out = new StringBuilder();
        for (Token token : tokens) {
            boolean word = token.getType() == AgLexer.IDENT
                    || token.getType() == AgLexer.STR_OPEN
                    || token.getType() == AgLexer.RAW;
            out.append(word && !out.isEmpty() ? " " : "").append(token.getText());
        }
        return out.toString();
    }

    private static boolean ends(Token token) {
        return token.getType() == AgLexer.NL || token.getType() == AgLexer.LBRACE || token.getType() == AgLexer.RBRACE;
    }

    private static int column(Token token) {
        return token.getCharPositionInLine();
    }
}
