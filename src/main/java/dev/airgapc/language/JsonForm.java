package dev.airgapc.language;

import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * What a page writes, once its layers are merged, as JSON. Values stand as they are written: a reference is its name, a hole of a
 * text is {@code \(address)}, and a backslash of a text is doubled, as in the page, so that nothing looks like a hole that is none.
 */
final class JsonForm {
    private JsonForm() {}

    /** Every kind of which there is a block, in the order of the vocabulary. */
    static Json.Members page(Document document, Kinds kinds) {
        Json.Members page = Json.members();
        for (Kind<?> kind : kinds.all()) {
            Optional<Json.Members> blocks = blocks(kind, document.all(kind));
            page = blocks.isPresent() ? page.with(kind.name(), blocks.get()) : page;
        }
        return page;
    }

    /** Blocks by their names, or the one block of a kind without names. */
    static Optional<Json.Members> blocks(Kind<?> kind, List<? extends Block<?>> blocks) {
        if (blocks.isEmpty() || kind.naming() == Kind.Naming.SINGLE) {
            return blocks.stream().findFirst().map(JsonForm::block);
        }
        Json.Members byName = Json.members();
        for (Block<?> block : blocks) {
            byName = byName.with(block.name(), block(block));
        }
        return Optional.of(byName);
    }

    private static Json.Members block(Block<?> block) {
        Json.Members members = Json.members();
        for (Attribute<?, ?> attribute : block.kind().byName().values()) {
            Optional<? extends Json> written = attribute.json(block);
            members = written.isPresent() ? members.with(attribute.name(), written.get()) : members;
        }
        return members;
    }

    /** The value of an entry with {@code =}. */
    static Json value(Entry assignment) {
        return value(((Entry.Assignment) assignment).value());
    }

    /** One value as it is written. */
    static Json value(Value value) {
        if (value instanceof Value.Text text) {
            return text(text);
        }
        if (value instanceof Value.Digits digits) {
            return new Json.Whole(new BigInteger(digits.text()));
        }
        if (value instanceof Value.Quantity quantity) {
            return new Json.Text(quantity.text());
        }
        if (value instanceof Value.Items items) {
            return values(items.values());
        }
        if (value instanceof Value.Call call) {
            boolean single = call.arguments().size() == 1;
            return Json.members()
                    .with(call.name().text(), single ? value(call.arguments().get(0)) : values(call.arguments()));
        }
        if (value instanceof Value.Broken broken) {
            return new Json.Text(broken.span().text()); // compared with what others say, and never printed
        }
        String name = ((Value.Name) value).text();
        boolean flag = name.equals("true") || name.equals("false");
        return flag ? new Json.Flag(name.equals("true")) : new Json.Text(name);
    }

    private static Json values(List<Value> values) {
        return new Json.Items(values.stream().map(JsonForm::value).toList());
    }

    private static Json text(Value.Text text) {
        StringBuilder out = new StringBuilder();
        for (Value.Part part : text.parts()) {
            out.append(
                    part instanceof Value.Hole hole
                            ? "\\(" + hole.name().text() + ")"
                            : ((Value.Chars) part).text().replace("\\", "\\\\"));
        }
        return new Json.Text(out.toString());
    }
}
