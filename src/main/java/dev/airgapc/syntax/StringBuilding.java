package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** What a string means: escapes replaced, the indentation of a text block taken away. */
final class StringBuilding {
    /** Where a line of a text ends, with the carriage returns before; one alone is a character like others. */
    static final Pattern LINE_BREAK = Pattern.compile("\r*\n");

    private final Source source;
    private final Draft draft;
    private final Report report;
    private final Function<AgParser.NameContext, Value.Name> names;

    StringBuilding(Source source, Draft draft, Report report, Function<AgParser.NameContext, Value.Name> names) {
        this.source = source;
        this.draft = draft;
        this.report = report;
        this.names = names;
    }

    Value text(AgParser.StringContext context) {
        Token opener = context.getStart();
        Span span = Tokens.span(source, opener, context.getStop() == null ? opener : context.getStop());
        if (context.exception != null || draft.isGuessed(span.start())) {
            return new Value.Broken(span);
        }
        if (context.RAW() != null) {
            String text = opener.getText();
            Span inner = source.span(span.start() + 1, span.end() - 1);
            return new Value.Text(Value.Form.RAW, characters(text.substring(1, text.length() - 1), inner), span);
        }
        if (context.STR_OPEN() != null) {
            return parts(context, Value.Form.QUOTED, Indentation.none(), span);
        }
        boolean raw = context.RAWTEXT_OPEN() != null;
        Optional<Indentation> indentation = Indentation.of(span, report);
        return indentation.isEmpty()
                ? new Value.Broken(span)
                : parts(context, raw ? Value.Form.RAW_BLOCK : Value.Form.BLOCK, indentation.get(), span);
    }

    private Value parts(AgParser.StringContext context, Value.Form form, Indentation indentation, Span span) {
        List<Value.Part> parts = new ArrayList<>();
        context.STR_TEXT().forEach(node -> parts.add(chars(node.getSymbol(), indentation)));
        for (AgParser.PartContext part : context.part()) {
            if (part.exception != null || (part.hole() != null && broken(part.hole()))) {
                return new Value.Broken(span);
            }
            parts.add(part(part, indentation));
        }
        return new Value.Text(form, joined(parts), span);
    }

    private static boolean broken(AgParser.HoleContext hole) {
        return hole.exception != null || hole.name() == null || hole.name().exception != null;
    }

    private Value.Part part(AgParser.PartContext context, Indentation indentation) {
        if (context.STR_TEXT() != null) {
            return chars(context.getStart(), indentation);
        }
        indentation.interrupt();
        Span span = Tokens.span(source, context.getStart(), context.getStop());
        if (context.hole() != null) {
            return new Value.Hole(names.apply(context.hole().name()), span);
        }
        if (context.STR_BADESC() != null) {
            report.add(
                    Diagnostic.of(SyntaxCodes.UNKNOWN_ESCAPE, span, "`" + context.getText() + "` is no escape")
                            .help(
                                    "legal are `\\\"`, `\\\\`, `\\n`, `\\r`, `\\t` and `\\(`; text with other backslashes stands in single quotes: '…' or '''"));
        }
        return new Value.Chars(escaped(context.getText()), span);
    }

    private Value.Chars chars(Token token, Indentation indentation) {
        String text = indentation.strip(LINE_BREAK.matcher(token.getText()).replaceAll("\n"));
        return new Value.Chars(text, Tokens.span(source, token));
    }

    private static List<Value.Part> characters(String text, Span span) {
        return text.isEmpty() ? List.of() : List.of(new Value.Chars(text, span));
    }

    private static String escaped(String escape) {
        return switch (escape) {
            case "\\n" -> "\n";
            case "\\r" -> "\r";
            case "\\t" -> "\t";
            default -> escape.substring(1);
        };
    }

    /** Neighbouring characters as one part. */
    private static List<Value.Part> joined(List<Value.Part> parts) {
        List<Value.Part> joined = new ArrayList<>();
        for (Value.Part part : parts) {
            int last = joined.size() - 1;
            if (part instanceof Value.Chars chars && chars.text().isEmpty()) {
                continue;
            }
            if (part instanceof Value.Chars chars && last >= 0 && joined.get(last) instanceof Value.Chars before) {
                joined.set(
                        last,
                        new Value.Chars(
                                before.text() + chars.text(), before.span().to(chars.span())));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }
}
