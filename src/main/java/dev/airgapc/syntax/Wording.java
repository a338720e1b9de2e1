package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import dev.airgapc.syntax.antlr.AgParser;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The one place that puts a mistake of the parser into words. No word of the parser generator reaches a person. */
final class Wording {
    /** Words with which other languages begin what they compute. */
    private static final Set<String> LOGIC = Set.of("if", "for", "while", "else", "let", "var", "def", "function");

    /** What changes a layer, up to a sign that it does not take. */
    private static final Pattern ACT = Pattern.compile("(?:^|\\{)\\s*(remove|amend)\\s+([A-Za-z0-9_-]+)\\s*$");

    /** What may be the name of a block, and its brace. */
    private static final Pattern QUOTABLE = Pattern.compile("[^=\"'{}]+\\{");

    private static final Pattern ENTRY =
            Pattern.compile("[A-Za-z_-]+\\s*[-+]?=|[A-Za-z_-]+\\s*\\{|[A-Za-z_-]+ [A-Za-z_-]+ \\{");

    private static final String OPERATORS = "+*/%|&?^<>";

    private final Source source;

    Wording(Source source) {
        this.source = source;
    }

    /** What to say of the next token, where the parser stands. */
    Diagnostic of(Parser parser) {
        Token found = parser.getCurrentToken();
        @Nullable ParserRuleContext rule = parser.getContext(); // none between the entries of a page
        if (rule instanceof AgParser.StringContext || rule instanceof AgParser.PartContext) {
            return unclosedString(rule instanceof AgParser.StringContext ? rule.start : rule.getParent().start);
        }
        if (found.getType() == AgLexer.RAW_UNCLOSED) {
            return unclosedString(found);
        }
        if (found.getType() == AgLexer.TEXT_INLINE || found.getType() == AgLexer.RAWTEXT_INLINE) {
            return unexpected(found, "a text block begins on the line below its quotes")
                    .help("put a line break behind the quotes, or write the string with single quotes of one kind");
        }
        if (rule instanceof AgParser.HoleContext || holds(rule, AgParser.HoleContext.class)) {
            return unexpected(found, "expected an address within `\\( )`, found " + phrase(found))
                    .help("write it as in \"\\(site.domain)\"; text with a plain `\\(` stands in single quotes");
        }
        if (rule instanceof AgParser.ValueContext) {
            return value(found, parser.getTokenStream().LT(-1), rule.getParent());
        }
        if (rule instanceof AgParser.ListContext || rule instanceof AgParser.CallContext) {
            if (found.getType() == AgLexer.LBRACE) {
                return unexpected(found, "a list holds values, and braces are no value")
                        .help("write strings, or a block for each");
            }
            return startsValue(found)
                    ? unexpected(found, "a comma is missing before " + phrase(found))
                            .help("write `,` between two items")
                            .fix(Fix.guess(
                                    "write `,`", behind(parser.getTokenStream().LT(-1)), ","))
                    : unexpected(
                            found,
                            "expected `,` or `" + (rule instanceof AgParser.ListContext ? "]" : ")") + "`, found "
                                    + phrase(found));
        }
        return entry(found, parser.getTokenStream().LT(-1), rule);
    }

    private static boolean number(Token token) {
        return token.getType() == AgLexer.NUMBER
                || token.getType() == AgLexer.QUANTITY
                || token.getType() == AgLexer.FRACTION;
    }

    private Diagnostic value(Token found, Token before, ParserRuleContext parent) {
        if (found.getType() == AgLexer.LBRACE) {
            return unexpected(found, "a value stands behind `=`, and braces are no value")
                    .help("write a list in `[ ]`; write several keys in a block, each on a line of its own");
        }
        if (endsLine(found)) {
            String what = parent.start.getType() == AgLexer.IDENT
                    ? "`" + parent.start.getText() + "` has no value"
                    : "a value is missing";
            Diagnostic said = diagnostic(SyntaxCodes.MISSING_VALUE, Tokens.span(source, before), what)
                    .label("a value belongs behind this");
            return parent.start.getType() == AgLexer.IDENT && found.getType() == AgLexer.NL
                    ? said.help("begin it on this line: `" + parent.start.getText() + " = …`")
                    : said;
        }
        if (found.getType() == AgLexer.FRACTION) {
            String text = found.getText();
            Diagnostic said = unexpected(found, "`" + text + "` is no value: numbers are whole");
            if (text.matches("0\\.[0-9]{1,3}")) {
                String thousandths = (text.substring(2) + "00").substring(0, 3).replaceFirst("^0+(?=.)", "");
                return said.help("write a whole number, or `" + thousandths + "m` where thousandths are taken");
            }
            String help = "write `\"" + text + "\"`";
            return said.help(help).fix(Fix.guess(help, said.at(), "\"" + text + "\""));
        }
        return unexpected(found, "expected a value, found " + phrase(found))
                .help("a value is a string in quotes, a number, a word, a list or a reference");
    }

    private Diagnostic entry(Token found, @Nullable Token before, @Nullable ParserRuleContext rule) {
        String text = found.getText();
        if (rule instanceof AgParser.EntryContext entry
                && LOGIC.contains(entry.getStart().getText())) {
            return unexpected(entry.getStart(), "a page has no conditions, loops or functions")
                    .help("write each value; what differs between sites stands in a page that extends this one");
        }
        boolean ends = found.getType() == AgLexer.RBRACE || found.getType() == Token.EOF;
        if (ends && rule instanceof AgParser.EntryContext) {
            return unexpected(found, "nothing follows the `##` comment that it could document")
                    .help("write `#` for a comment that documents nothing");
        }
        if (found.getType() == AgLexer.RBRACE) {
            return unexpected(found, "this brace closes nothing")
                    .help("remove it")
                    .fix(Fix.guess("remove it", Tokens.span(source, found), ""));
        }
        if (found.getType() == AgLexer.DOC) {
            Span signs = source.span(found.getStartIndex(), found.getStartIndex() + 2);
            return unexpected(found, "a `##` comment stands on a line of its own, above what it documents")
                    .help("write `#` for a comment at the end of a line")
                    .fix(Fix.safe("write `#`", signs, "#"));
        }
        if (before == null || Tokens.endsLine(before) || before.getType() == AgLexer.LBRACE) {
            return lineBegins(found);
        }
        boolean word = before.getType() == AgLexer.IDENT;
        if (text.equals(":") && word) {
            return unexpected(found, "a value is given with `=`, not with `:`")
                    .help("write `" + before.getText() + " = …`, or `{` to open a block");
        }
        if (text.equals(".") && word) {
            return unexpected(found, "an entry begins with one word, and `.` joins none to it")
                    .help(
                            "write the name of a block behind its kind, as in `registry main {`, and an attribute within its block");
        }
        Matcher act = ACT.matcher(source.line(found.getLine()).substring(0, found.getCharPositionInLine()));
        if (found.getType() == AgLexer.ASSIGN && act.find()) {
            boolean removes = act.group(1).equals("remove");
            return unexpected(found, removes ? "`remove` takes no value" : "an attribute is set without `amend`")
                    .help("write `" + (removes ? "remove " + act.group(2) : act.group(2) + " = …") + "`");
        }
        if (number(found) && word && QUOTABLE.matcher(restOf(found)).lookingAt()) {
            String name = restOf(found).replaceFirst("\\s*\\{.*", "");
            Span at = source.span(found.getStartIndex(), found.getStartIndex() + name.length());
            String message =
                    name.contains(" ") ? "a name of several words stands in quotes" : "a name begins with a letter";
            String quoted = "write `" + before.getText() + " \"" + name + "\" {`";
            return diagnostic(SyntaxCodes.UNEXPECTED_TEXT, at, message)
                    .help(
                            name.contains(" ")
                                    ? quoted
                                    : "write a letter before it; a kind whose names are text takes it in quotes")
                    .fix(Fix.guess("put it in quotes", at, "\"" + name + "\""));
        }
        if ((number(found) || found.getType() == AgLexer.LBRACK) && word) {
            return missingEquals(found, before, rule);
        }
        if (word && Tokens.touch(before, found) && found.getType() == AgLexer.OTHER) {
            return unexpected(found, "a word holds no " + phrase(found))
                    .help("letters, digits, `_` and single `-` within are legal; other text stands in quotes");
        }
        if (before.getType() == AgLexer.NUMBER && found.getType() == AgLexer.IDENT) {
            String joined = before.getText() + found.getText().replace("_", "");
            return unexpected(found, "a number and its unit are one word").help("write `" + joined + "`");
        }
        if (OPERATORS.contains(text) && !text.isEmpty()) {
            return unexpected(found, "a page does not compute: `" + text + "` joins nothing")
                    .help("write one value; what differs between sites stands in a page that extends this one")
                    .help("text is put together within a string: `\"\\(site.domain)/x\"`");
        }
        if (text.equals(".") || (number(found) && text.startsWith("-"))) {
            return unexpected(found, "the value ends before `" + text + "`")
                    .help("write a range as a list: `[30100, 30200]`");
        }
        return behindValue(found, before);
    }

    /** What begins a line and is no word. */
    private Diagnostic lineBegins(Token found) {
        return switch (found.getText()) {
            case "-" ->
                unexpected(found, "`-` begins no entry").help("write a list in `[ ]`: `hosts = [\"a\", \"b\"]`");
            case "+" -> unexpected(found, "`+` begins no entry").help("remove it: it is left of a patch");
            case "\"", "'" ->
                unexpected(found, "an entry begins with a word, not with a string")
                        .help(
                                "what has a key in quotes takes an arrow: `word \"key\" -> value`, each on a line of its own");
            case "[" -> unexpected(found, "`[ ]` opens no block").help("write `kind name {`, its entries, and `}`");
            default ->
                unexpected(found, "expected an entry, found " + phrase(found))
                        .help("an entry begins with a word: `word = value`, or `kind name {`");
        };
    }

    /** From a token to the end of its line. */
    private String restOf(Token token) {
        return source.line(token.getLine()).substring(token.getCharPositionInLine());
    }

    private Diagnostic missingEquals(Token found, Token before, @Nullable ParserRuleContext rule) {
        Span gap = source.span(found.getStartIndex(), found.getStartIndex());
        if (rule instanceof AgParser.EntryContext entry && !entry.label().isEmpty()) {
            Token kind = entry.getStart();
            return found.getType() == AgLexer.LBRACK
                    ? unexpected(found, "a block stands in `{ }`, and a list behind `=`")
                            .help("write `" + kind.getText() + " " + before.getText() + " {`")
                    : unexpected(found, "expected the end of the line, found " + phrase(found))
                            .help("a value stands behind `=`");
        }
        return unexpected(found, "`=` is missing before the value")
                .help("write `" + before.getText() + " = " + (found.getText().equals("[") ? "[…]" : found.getText())
                        + "`")
                .fix(Fix.guess("write `=`", gap, "= "));
    }

    /** Something more on the line of an entry that is whole. */
    private Diagnostic behindValue(Token found, Token before) {
        boolean string = (before.getType() == AgLexer.STR_CLOSE || before.getType() == AgLexer.RAW)
                && !ENTRY.matcher(source.text())
                        .region(found.getStartIndex(), source.text().length())
                        .lookingAt();
        if (string
                && found.getType() == AgLexer.IDENT
                && source.line(found.getLine()).indexOf('"', found.getCharPositionInLine()) >= 0) {
            return unexpected(found, "the string ends before `" + found.getText() + "`")
                    .help("write `\\\"` for a quotation mark within a string, or put the string in `'…'`");
        }
        if (found.getType() == AgLexer.COMMA) {
            return unexpected(found, "several values stand in `[ ]`")
                    .help("write `[` before the first one and `]` behind the last one");
        }
        if (startsValue(found) || found.getType() == AgLexer.LBRACE) {
            String next = found.getType() == AgLexer.IDENT ? "`" + found.getText() + " …`" : "it";
            return unexpected(found, "expected the end of the line, found " + phrase(found))
                    .help("each entry stands on a line of its own: put " + next + " on the next one");
        }
        return unexpected(found, "expected the end of the line, found " + phrase(found));
    }

    private Diagnostic unclosedString(Token opener) {
        String quotes = opener.getText().startsWith("\"\"\"")
                ? "`\"\"\"` on a line of its own"
                : opener.getText().startsWith("'''")
                        ? "`'''` on a line of its own"
                        : "`" + opener.getText().charAt(0) + "` behind the last character";
        Span at = Tokens.span(source, opener);
        return diagnostic(
                        SyntaxCodes.UNCLOSED_STRING,
                        source.span(
                                at.start(),
                                Math.min(at.start() + 1, source.text().length())),
                        "the string is not closed")
                .help("write " + quotes);
    }

    private Diagnostic unexpected(Token found, String message) {
        return diagnostic(SyntaxCodes.UNEXPECTED_TEXT, Tokens.span(source, found), message);
    }

    private static Diagnostic diagnostic(Code code, Span at, String message) {
        return Diagnostic.of(code, at, message);
    }

    private Span behind(Token token) {
        int end = Tokens.span(source, token).end();
        return source.span(end, end);
    }

    private static boolean holds(@Nullable ParserRuleContext rule, Class<?> kind) {
        return rule != null && rule.getParent() != null && kind.isInstance(rule.getParent());
    }

    private static boolean endsLine(Token token) {
        return token.getType() == AgLexer.NL || token.getType() == Token.EOF || token.getType() == AgLexer.RBRACE;
    }

    private static boolean startsValue(Token token) {
        return switch (token.getType()) {
            case AgLexer.IDENT,
                    AgLexer.NUMBER,
                    AgLexer.QUANTITY,
                    AgLexer.STR_OPEN,
                    AgLexer.RAW,
                    AgLexer.LBRACK,
                    AgLexer.TEXT_OPEN,
                    AgLexer.RAWTEXT_OPEN -> true;
            default -> false;
        };
    }

    private static String phrase(Token token) {
        return switch (token.getType()) {
            case AgLexer.NL -> "the end of the line";
            case Token.EOF -> "the end of the file";
            case AgLexer.STR_OPEN, AgLexer.RAW, AgLexer.TEXT_OPEN, AgLexer.RAWTEXT_OPEN -> "a string";
            case AgLexer.DOC -> "a `##` comment";
            default -> "`" + token.getText() + "`";
        };
    }
}
