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
        List<Slip> found = new ArrayList<>();
        Walk.entries(tokens, (seen, index) -> {
            if (seen.get(index).getType() == AgLexer.IDENT) {
                behindWord(source, seen, index).ifPresent(found::add);
            } else if (seen.get(index).getType() == AgLexer.STR_OPEN) {
                quotedWord(source, seen, index).ifPresent(found::add);
            }
        });
        return found;
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
        if (sign.getType() == AgLexer.ASSIGN
                && next.getType() == AgLexer.IDENT
                && at(seen, index + 3) == AgLexer.LBRACE) {
            return Optional.of(swapped(source, word, next));
        }
        Optional<Slip> block = yamlBlock(source, seen, index);
        if (block.isPresent()) {
            return block;
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
        Diagnostic said = said(at, message).help(help).fix(new Fix(help, List.of(edit), true));
        return name == sign ? Slip.guessed(said, word.getStartIndex(), edit) : Slip.of(said, edit);
    }

    /** A name before the kind: the kind comes first. */
    private static Slip swapped(Source source, Token name, Token kind) {
        Span at = Tokens.span(source, name, kind);
        String help = "write `" + kind.getText() + " " + name.getText() + " {`";
        Edit edit = new Edit(at, kind.getText() + " " + name.getText());
        return Slip.of(
                said(at, "a block begins with its kind, and takes no `=`")
                        .help(help)
                        .fix(new Fix(help, List.of(edit), false)),
                edit);
    }

    /** A heading with a colon, and deeper lines below it. */
    private static Optional<Slip> yamlBlock(Source source, List<Token> seen, int index) {
        int colon = at(seen, index + 1) == AgLexer.IDENT ? index + 2 : index + 1;
        if (colon + 1 >= seen.size() || !Tokens.is(seen.get(colon), ":") || !Tokens.endsLine(seen.get(colon + 1))) {
            return Optional.empty();
        }
        int column = seen.get(index).getCharPositionInLine();
        int line = seen.get(index).getLine() + 1;
        int last = line - 1;
        while (line <= source.lines() && (source.line(line).isBlank() || depth(source.line(line)) > column)) {
            last = source.line(line).isBlank() ? last : line;
            line++;
        }
        if (last < seen.get(index).getLine() + 1) {
            return Optional.empty();
        }
        Span sign = Tokens.span(source, seen.get(colon));
        int end = source.start(last) + source.line(last).length();
        String head = source.span(seen.get(index).getStartIndex(), sign.start())
                .text()
                .strip();
        List<Edit> edits =
                List.of(new Edit(sign, " {"), new Edit(source.span(end, end), "\n" + " ".repeat(column) + "}"));
        String help = "write `" + head + " {`, and `}` below its last entry";
        return Optional.of(new Slip(
                said(sign, "a block stands in `{ }`").help(help).fix(new Fix(help, edits, false)),
                edits,
                Optional.empty()));
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static int at(List<Token> seen, int index) {
        return seen.get(Math.min(index, seen.size() - 1)).getType();
    }

    /** Whether what stands in the braces is no entry: a list or a map of another language. */
    private static boolean holdsList(List<Token> seen, int inside) {
        int type = seen.get(Math.min(inside, seen.size() - 1)).getType();
        return type == AgLexer.STR_OPEN
                || type == AgLexer.RAW
                || type == AgLexer.NUMBER
                || type == AgLexer.QUANTITY
                || type == AgLexer.LBRACE;
    }

    /** A word in quotes where an entry begins, perhaps with a colon behind it. */
    private static Optional<Slip> quotedWord(Source source, List<Token> seen, int index) {
        if (index + 3 >= seen.size()
                || seen.get(index + 1).getType() != AgLexer.STR_TEXT
                || seen.get(index + 2).getType() != AgLexer.STR_CLOSE
                || !seen.get(index + 1).getText().matches("[A-Za-z_][A-Za-z0-9_-]*")) {
            return Optional.empty();
        }
        Token behind = seen.get(index + 3);
        int type = behind.getType();
        boolean colon = Tokens.is(behind, ":");
        if (!colon && type != AgLexer.ASSIGN && type != AgLexer.LBRACE && !Tokens.opensBlock(behind)) {
            return Optional.empty();
        }
        String word = seen.get(index + 1).getText();
        Span at = Tokens.span(source, seen.get(index), seen.get(index + 2));
        List<Edit> edits = new ArrayList<>(List.of(new Edit(at, word)));
        boolean block = seen.get(Math.min(index + 4, seen.size() - 1)).getType() == AgLexer.LBRACE;
        if (colon) {
            edits.add(new Edit(Tokens.span(source, behind), block ? "" : " ="));
        }
        String help = "write `" + word + ((colon && !block) || type == AgLexer.ASSIGN ? " = …`" : "`");
        return Optional.of(new Slip(
                said(at, "the first word of an entry stands without quotes")
                        .help(help)
                        .fix(new Fix(help, edits, true)),
                edits,
                Optional.empty()));
    }

    private static Diagnostic said(Span at, String message) {
        return Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, message);
    }
}
