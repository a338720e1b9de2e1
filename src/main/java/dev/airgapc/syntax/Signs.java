package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Signs that other languages write where this one writes another, or none. */
final class Signs implements Slip.Finder {
    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Token> seen = tokens.stream().filter(Tokens::visible).toList();
        List<Slip> found = new ArrayList<>();
        int brackets = 0;
        for (int index = 0; index < seen.size() - 1; index++) {
            Token token = seen.get(index);
            boolean begins = index == 0 || (brackets == 0 && beginsEntry(seen.get(index - 1)));
            Optional<Slip> slip = Optional.empty();
            if (begins && token.getType() == AgLexer.IDENT) {
                slip = behindWord(source, seen, index);
            } else if (begins && token.getType() == AgLexer.STR_OPEN) {
                slip = quotedWord(source, seen, index);
            }
            if (slip.isEmpty()) {
                slip = brackets > 0 ? commas(source, seen, index) : behindEntry(source, seen, index);
            }
            slip.ifPresent(found::add);
            brackets = switch (token.getType()) {
                case AgLexer.LBRACK, AgLexer.LPAREN -> brackets + 1;
                case AgLexer.RBRACK, AgLexer.RPAREN -> Math.max(0, brackets - 1);
                case AgLexer.LBRACE, AgLexer.RBRACE -> 0;
                default -> brackets;
            };
        }
        return found;
    }

    private static boolean beginsEntry(Token before) {
        return before.getType() == AgLexer.NL || before.getType() == AgLexer.LBRACE;
    }

    /** What stands behind the first word of an entry, and behind its name. */
    private static Optional<Slip> behindWord(Source source, List<Token> seen, int index) {
        Token word = seen.get(index);
        Token sign = seen.get(index + 1);
        Token next = seen.get(Math.min(index + 2, seen.size() - 1));
        if (Tokens.is(sign, ":") && next.getType() == AgLexer.ASSIGN && Tokens.touch(sign, next)) {
            return Optional.of(equals(source, word, sign, next, ":="));
        }
        if (sign.getType() == AgLexer.ASSIGN && next.getType() == AgLexer.ASSIGN && Tokens.touch(sign, next)) {
            return Optional.of(equals(source, word, sign, next, "=="));
        }
        if (Tokens.is(sign, ":") && !Tokens.endsLine(next) && !Tokens.is(next, "/")) {
            return next.getType() == AgLexer.LBRACE
                    ? Optional.of(noSign(source, seen, index, sign))
                    : Optional.of(equals(source, word, sign, sign, ":"));
        }
        Token brace = seen.get(Math.min(index + 3, seen.size() - 1));
        boolean named = next.getType() != AgLexer.LBRACE;
        Token before = named ? next : sign;
        boolean opens =
                (named ? brace : next).getType() == AgLexer.LBRACE && (!named || sign.getType() == AgLexer.IDENT);
        if (opens
                && (before.getType() == AgLexer.ASSIGN || Tokens.is(before, ":"))
                && !holdsList(seen, index + (named ? 4 : 3))) {
            return Optional.of(noSign(source, seen, index, before));
        }
        return Optional.empty();
    }

    private static Slip equals(Source source, Token word, Token first, Token last, String wrong) {
        Span at = source.span(first.getStartIndex(), last.getStopIndex() + 1);
        boolean spaced = at.start() > word.getStopIndex() + 1;
        boolean followed = at.end() < source.text().length()
                && Character.isWhitespace(source.text().charAt(at.end()));
        Edit edit = new Edit(at, (spaced ? "" : " ") + "=" + (followed ? "" : " "));
        String help = "write `" + word.getText() + " = …`";
        return Slip.of(
                said(at, "a value is given with `=`, not with `" + wrong + "`")
                        .help(help)
                        .fix(new Fix("write `=`", List.of(edit), true)),
                edit);
    }

    /** A block takes no sign before its brace. */
    private static Slip noSign(Source source, List<Token> seen, int index, Token sign) {
        Span at = Tokens.span(source, sign);
        Token word = seen.get(index);
        Token name = seen.get(index + 1);
        String head = name == sign ? word.getText() : word.getText() + " " + name.getText();
        Edit edit = new Edit(at, "");
        String help = "write `" + head + " {`";
        String message = sign.getType() == AgLexer.ASSIGN
                ? "`=` takes a value and a brace takes no `=`"
                : "a brace takes no `:`";
        return Slip.of(said(at, message).help(help).fix(new Fix(help, List.of(edit), true)), edit);
    }

    /** Whether what stands in the braces is no entry: a list or a map of another language. */
    private static boolean holdsList(List<Token> seen, int inside) {
        int type = seen.get(Math.min(inside, seen.size() - 1)).getType();
        return type == AgLexer.STR_OPEN || type == AgLexer.RAW || type == AgLexer.NUMBER || type == AgLexer.QUANTITY;
    }

    /** A word in quotes where an entry begins. */
    private static Optional<Slip> quotedWord(Source source, List<Token> seen, int index) {
        if (index + 3 >= seen.size()
                || seen.get(index + 1).getType() != AgLexer.STR_TEXT
                || seen.get(index + 2).getType() != AgLexer.STR_CLOSE
                || !seen.get(index + 1).getText().matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            return Optional.empty();
        }
        String word = seen.get(index + 1).getText();
        Span at = Tokens.span(source, seen.get(index), seen.get(index + 2));
        Edit edit = new Edit(at, word);
        String help = "write `" + word + "`";
        return Optional.of(Slip.of(
                said(at, "the first word of an entry stands without quotes")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), true)),
                edit));
    }

    /** A comma or a semicolon where a newline ends an entry. */
    private static Optional<Slip> behindEntry(Source source, List<Token> seen, int index) {
        Token sign = seen.get(index);
        boolean separates = sign.getType() == AgLexer.COMMA || Tokens.is(sign, ";");
        if (!separates || index == 0 || beginsEntry(seen.get(index - 1))) {
            return Optional.empty();
        }
        Token next = seen.get(index + 1);
        Span at = Tokens.span(source, sign);
        Diagnostic said = said(at, "a newline ends an entry, `" + sign.getText() + "` does not");
        if (Tokens.endsLine(next) || next.getType() == AgLexer.RBRACE) {
            Edit edit = new Edit(at, "");
            return Optional.of(Slip.of(said.help("remove it").fix(new Fix("remove it", List.of(edit), true)), edit));
        }
        Token after = seen.get(Math.min(index + 2, seen.size() - 1));
        boolean entry = next.getType() == AgLexer.IDENT
                && (after.getType() == AgLexer.ASSIGN
                        || after.getType() == AgLexer.IDENT
                        || after.getType() == AgLexer.LBRACE
                        || Tokens.is(after, ":"));
        if (!entry) {
            return Optional.empty();
        }
        Edit edit = new Edit(source.span(at.start(), next.getStartIndex()), "\n");
        String help = "put `" + next.getText() + "` on the next line";
        return Optional.of(Slip.of(said.help(help), edit));
    }

    /** Commas of a list that separate nothing. */
    private static Optional<Slip> commas(Source source, List<Token> seen, int index) {
        Token comma = seen.get(index);
        int before = seen.get(Math.max(0, index - 1)).getType();
        boolean surplus = before == AgLexer.COMMA || before == AgLexer.LBRACK || before == AgLexer.LPAREN;
        if (comma.getType() != AgLexer.COMMA || !surplus) {
            return Optional.empty();
        }
        Span at = Tokens.span(source, comma);
        Edit edit = new Edit(at, "");
        String message = before == AgLexer.COMMA
                ? "an item is missing between two commas"
                : "an item is missing before the comma";
        return Optional.of(Slip.of(
                said(at, message).help("remove it, or write the item").fix(new Fix("remove it", List.of(edit), false)),
                edit));
    }

    private static Diagnostic said(Span at, String message) {
        return Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, message);
    }
}
