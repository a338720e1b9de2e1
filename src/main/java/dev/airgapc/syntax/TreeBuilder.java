package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** From the parser's contexts to the tree. Children may be missing after a mistake; then one was reported already. */
final class TreeBuilder {
    private final Source source;
    private final Draft draft;
    private final StringBuilding strings;

    TreeBuilder(Source source, Draft draft, Report report) {
        this.source = source;
        this.draft = draft;
        this.strings = new StringBuilding(source, draft, report, this::name);
    }

    /** One entry, or none if not even its first word could be read. */
    List<Entry> entry(AgParser.EntryContext context) {
        if (context.IDENT() == null) {
            return List.of();
        }
        Optional<Doc> doc = Optional.ofNullable(context.doc()).map(this::doc);
        Word keyword = word(context.IDENT().getSymbol());
        Span span = Tokens.span(source, context.IDENT().getSymbol(), context.getStop());
        if (context.assign() != null) {
            Word operator = word(context.assign().getStart());
            Value value = context.exception == null ? value(context.value(), span) : new Value.Broken(span);
            return List.of(new Entry.Assignment(doc, keyword, operator, value, span));
        }
        boolean arrow = context.ARROW() != null;
        Optional<Value> target = arrow ? Optional.of(value(context.value(), span)) : Optional.empty();
        Optional<Entry.Body> body = Optional.ofNullable(context.body()).map(this::body);
        List<Value> labels = context.label().stream().map(this::label).toList();
        boolean whole = context.exception == null
                && !draft.isGuessed(keyword.span().start())
                && (context.body() == null || whole(context.body()))
                && labels.stream().noneMatch(Value.Broken.class::isInstance);
        return List.of(new Entry.Statement(doc, keyword, labels, target, body, whole, span));
    }

    /** Whether all of a block was read, and somebody closed it. */
    private static boolean whole(AgParser.BodyContext body) {
        boolean closed = body.RBRACE() != null && !body.RBRACE().getText().isEmpty();
        return body.exception == null && closed;
    }

    private Entry.Body body(AgParser.BodyContext context) {
        List<Entry> entries = new ArrayList<>();
        context.entry().forEach(entry -> entries.addAll(entry(entry)));
        return new Entry.Body(entries, span(context));
    }

    private Doc doc(AgParser.DocContext context) {
        List<String> lines = context.DOC().stream()
                .map(node -> node.getText().substring(2).stripTrailing())
                .map(line -> line.startsWith(" ") ? line.substring(1) : line)
                .toList();
        Token last = context.DOC(context.DOC().size() - 1).getSymbol();
        return new Doc(lines, Tokens.span(source, context.getStart(), last));
    }

    private Value label(AgParser.LabelContext context) {
        if (context.exception != null) {
            return new Value.Broken(span(context));
        }
        return context.name() != null ? name(context.name()) : strings.text(context.string());
    }

    private Value value(AgParser.ValueContext context, Span entry) {
        if (context == null) {
            return new Value.Broken(entry);
        }
        if (context.exception != null || context.getChildCount() == 0) {
            return new Value.Broken(entry);
        }
        if (context.NUMBER() != null) {
            return new Value.Digits(context.getText(), span(context));
        }
        if (context.QUANTITY() != null) {
            return new Value.Quantity(context.getText(), span(context));
        }
        if (context.name() != null) {
            return context.name().exception != null ? new Value.Broken(entry) : name(context.name());
        }
        if (context.string() != null) {
            return strings.text(context.string());
        }
        return context.list() != null ? list(context.list()) : call(context.call());
    }

    private Value list(AgParser.ListContext context) {
        List<Value> values = context.value().stream()
                .map(value -> value(value, span(context)))
                .toList();
        return context.exception != null ? new Value.Broken(span(context)) : new Value.Items(values, span(context));
    }

    private Value call(AgParser.CallContext context) {
        List<Value> arguments = context.value().stream()
                .map(value -> value(value, span(context)))
                .toList();
        boolean broken = context.exception != null || arguments.stream().anyMatch(Value.Broken.class::isInstance);
        return broken
                ? new Value.Broken(span(context))
                : new Value.Call(word(context.IDENT().getSymbol()), arguments, span(context));
    }

    private Value.Name name(AgParser.NameContext context) {
        List<Word> steps = context.IDENT().stream()
                .map(TerminalNode::getSymbol)
                .map(this::word)
                .toList();
        return new Value.Name(steps, span(context));
    }

    private Word word(Token token) {
        return new Word(token.getText(), Tokens.span(source, token));
    }

    private Span span(ParserRuleContext context) {
        Token stop = context.getStop() == null ? context.getStart() : context.getStop();
        return Tokens.span(source, context.getStart(), stop);
    }
}
