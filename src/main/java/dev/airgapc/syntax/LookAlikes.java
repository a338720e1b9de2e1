package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.LookAlike;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Letters, signs and spaces outside of strings that are not what they look like: from a word processor, a chat, another keyboard. */
final class LookAlikes implements Slip.Finder {
    private static final String QUOTES = "“”„‟«»‘’‚‹›`´＂＇";

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Slip> found = new ArrayList<>();
        int skipped = 0;
        for (int index = 0; index < tokens.size(); index++) {
            Token token = tokens.get(index);
            if (token.getType() != AgLexer.OTHER
                    || token.getStartIndex() < skipped
                    || token.getText().isEmpty()) {
                continue;
            }
            char sign = token.getText().charAt(0);
            Optional<Slip> slip = QUOTES.indexOf(sign) >= 0
                    ? Optional.of(quotes(source, token.getStartIndex()))
                    : sign < 128 ? Optional.empty() : word(source, tokens, index);
            if (slip.isPresent()) {
                found.add(slip.get());
                skipped = slip.get().at().end();
            }
        }
        return found;
    }

    /** Both quotation marks of a string, if the other one is on the line. */
    private static Slip quotes(Source source, int at) {
        String line = source.text().substring(at, endOfLine(source.text(), at));
        int close = 1;
        while (close < line.length() && QUOTES.indexOf(line.charAt(close)) < 0 && line.charAt(close) != '"') {
            close++;
        }
        boolean pair = close < line.length() && line.charAt(close) != '"';
        Span whole = source.span(at, pair ? at + close + 1 : at + 1);
        List<Edit> edits = new ArrayList<>(List.of(new Edit(source.span(at, at + 1), "\"")));
        if (pair) {
            edits.add(new Edit(source.span(at + close, at + close + 1), "\""));
        }
        String help = "write straight quotes: `\"`";
        Diagnostic said = Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, whole, "`" + line.charAt(0) + "` begins no string")
                .help(help)
                .fix(new Fix(help, edits, true));
        return new Slip(said, edits, Optional.empty());
    }

    /** The word that a letter stands in, or the sign by itself. */
    private static Optional<Slip> word(Source source, List<Token> tokens, int index) {
        int first = index;
        while (first > 0 && joins(tokens.get(first - 1), tokens.get(first))) {
            first--;
        }
        int last = index;
        while (last < tokens.size() - 2 && joins(tokens.get(last), tokens.get(last + 1))) {
            last++;
        }
        Span whole =
                source.span(tokens.get(first).getStartIndex(), tokens.get(last).getStopIndex() + 1);
        List<Edit> edits = new ArrayList<>();
        for (int at = whole.start(); at < whole.end(); at++) {
            Optional<String> plain = plain(source.text().charAt(at));
            if (plain.isEmpty()) {
                return Optional.empty();
            }
            if (!plain.get().equals(source.text().substring(at, at + 1))) {
                edits.add(new Edit(source.span(at, at + 1), plain.get()));
            }
        }
        return Optional.of(said(whole, edits));
    }

    private static boolean joins(Token first, Token second) {
        return Tokens.touch(first, second)
                && ((ofWord(first) && ofWord(second)) || (isBlank(first) && isBlank(second)));
    }

    private static boolean isBlank(Token token) {
        return token.getType() == AgLexer.OTHER
                && plain(token.getText().charAt(0)).filter(String::isBlank).isPresent();
    }

    private static boolean ofWord(Token token) {
        int type = token.getType();
        return type == AgLexer.IDENT
                || type == AgLexer.NUMBER
                || type == AgLexer.QUANTITY
                || (type == AgLexer.OTHER
                        && !token.getText().isEmpty()
                        && Character.isLetter(token.getText().charAt(0)));
    }

    private static Slip said(Span whole, List<Edit> edits) {
        Edit first = edits.get(0);
        char sign = first.at().text().charAt(0);
        String name = String.valueOf(Character.getName(sign)).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(whole.text());
        for (int index = edits.size() - 1; index >= 0; index--) {
            int at = edits.get(index).at().start() - whole.start();
            plain.replace(at, at + 1, edits.get(index).text());
        }
        boolean hidden = plain.toString().isBlank();
        String message = hidden
                ? "here stands no space but " + article(name)
                : "`" + whole.text() + "` is not `" + plain + "`: it holds " + article(name);
        String help = hidden ? (plain.isEmpty() ? "remove it" : "write a space") : "write `" + plain + "`";
        Diagnostic said = Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, whole, message)
                .help(help)
                .fix(new Fix(help, edits, true));
        return new Slip(said, edits, Optional.empty());
    }

    private static String article(String name) {
        return ("aeiou".indexOf(name.charAt(0)) >= 0 ? "an " : "a ") + name;
    }

    /** What a sign of the language looks like; a colon of another width stands where a value is given. */
    private static Optional<String> plain(char sign) {
        return sign == '：' ? Optional.of("=") : LookAlike.plain(sign);
    }

    private static int endOfLine(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end;
    }
}
