package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import dev.airgapc.syntax.antlr.AgParser;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** The one place that puts a mistake of the parser into words. No word of the parser generator reaches a person. */
final class Wording {
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
            return startsValue(found)
                    ? unexpected(found, "a comma is missing before " + phrase(found))
                            .help("write `,` between two items")
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
            return unexpected(found, "`=` takes a value and a brace takes no `=`")
                    .help("remove the `=` to open a block");
        }
        if (endsLine(found)) {
            String what = parent.start.getType() == AgLexer.IDENT
                    ? "`" + parent.start.getText() + "` has no value"
                    : "a value is missing";
            return diagnostic(SyntaxCodes.MISSING_VALUE, Tokens.span(source, before), what)
                    .label("a value belongs behind this");
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
        return unexpected(found, "expected a value, found " + phrase(found)).help(quoting(found));
    }

    private Diagnostic entry(Token found, @Nullable Token before, @Nullable ParserRuleContext rule) {
        String text = found.getText();
        if (before != null && before.getText().equals("airgap") && found.getType() == AgLexer.NUMBER) {
            return unexpected(found, "`airgap` stands once, as the first entry").help("remove this line");
        }
        boolean ends = found.getType() == AgLexer.RBRACE || found.getType() == Token.EOF;
        if (ends && rule instanceof AgParser.EntryContext) {
            return unexpected(found, "nothing follows the `##` comment that it could document")
                    .help("write `#` for a comment that documents nothing");
        }
        if (found.getType() == AgLexer.RBRACE) {
            return unexpected(found, "this brace closes nothing").help("remove it, or open its block above");
        }
        if (found.getType() == AgLexer.DOC) {
            return unexpected(found, "a `##` comment stands on a line of its own, above what it documents")
                    .help("write `#` for a comment at the end of a line");
        }
        if (text.equals("/") && source.text().startsWith("//", found.getStartIndex())) {
            return unexpected(found, "`//` begins no comment").help("write `#`");
        }
        if (text.equals(";")) {
            return unexpected(found, "a newline ends an entry, `;` does not")
                    .help("remove it, or put what follows on the next line");
        }
        if (text.equals(":") && before != null && before.getType() == AgLexer.IDENT) {
            return unexpected(found, "a value is given with `=`, not with `:`")
                    .help("write `" + before.getText() + " = …`");
        }
        if ((number(found) || found.getType() == AgLexer.LBRACK)
                && before != null
                && before.getType() == AgLexer.IDENT) {
            return unexpected(found, "`=` is missing before the value")
                    .help("write `" + before.getText() + " = " + (text.equals("[") ? "[…]" : text) + "`");
        }
        if (startsValue(found) || found.getType() == AgLexer.LBRACE) {
            return unexpected(found, "expected the end of the line, found " + phrase(found))
                    .help("each entry stands on a line of its own");
        }
        return unexpected(found, "expected an entry, found " + phrase(found)).help(quoting(found));
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
                        source.span(at.start(), at.start() + 1),
                        "the string is not closed")
                .help("write " + quotes);
    }

    private Diagnostic unexpected(Token found, String message) {
        return diagnostic(SyntaxCodes.UNEXPECTED_TEXT, Tokens.span(source, found), message);
    }

    private static Diagnostic diagnostic(Code code, Span at, String message) {
        return Diagnostic.of(code, at, message);
    }

    private static String quoting(Token found) {
        return !found.getText().isEmpty() && "“”„«»‘’".contains(found.getText())
                ? "write straight quotes: `\"`"
                : "a value is a string in quotes, a number, a word, a list or a reference";
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
