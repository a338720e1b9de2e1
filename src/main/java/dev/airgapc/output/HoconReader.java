package dev.airgapc.output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the HOCON of a page: the part of the language that the agent's reader
 * (clearml/clearml-agent:clearml_agent/external/pyhocon/config_parser.py) and com.typesafe:config take for the same thing. What
 * one of them drops, cuts or turns into something else is refused, each with what to write in its place.
 */
public final class HoconReader {
    /** The agent's reader runs out of stack before 50. */
    private static final int DEEPEST = 30;

    private final Passage passage;
    private final Refusals refusals;
    private final HoconCursor cursor;
    private final HoconKeys keys;
    private final HoconScalars scalars;

    private HoconReader(Passage passage) {
        this.passage = passage;
        this.refusals = new Refusals(OutputCodes.NOT_HOCON, passage);
        this.cursor = new HoconCursor(passage.text().value());
        this.keys = new HoconKeys(cursor, refusals);
        this.scalars = new HoconScalars(cursor, refusals);
    }

    /** Reads a text; for whatever text, this answers and does not throw. */
    public static Passage.Content read(Passage passage) {
        HoconReader reader = new HoconReader(passage);
        return reader.refusals.answer(reader::document);
    }

    private Mapping document() {
        if (cursor.peek() == '\uFEFF') {
            throw refusals.stop(0, "the text begins with a byte order mark", "delete it");
        }
        HoconObject root = new HoconObject();
        cursor.lines();
        if (cursor.peek() == '[') {
            throw refusals.stop(cursor.line(), "the text is a list", "begin with a key, as in `agent { … }`");
        }
        if (cursor.peek() == '{') {
            braced(root, 1);
        } else {
            entries(root, 1);
        }
        cursor.lines();
        if (!cursor.ends()) {
            throw refusals.stop(cursor.line(), "nothing is open that this could close or continue", "delete it");
        }
        return root.mapping();
    }

    private void braced(HoconObject object, int depth) {
        int opened = open(depth);
        entries(object, depth);
        close('}', opened);
    }

    private void entries(HoconObject object, int depth) {
        cursor.lines();
        while (!cursor.ends() && cursor.peek() != '}') {
            entry(object, depth);
            separator('}');
        }
    }

    private void entry(HoconObject object, int depth) {
        int line = cursor.line();
        List<String> path = keys.path();
        HoconObject at = object;
        for (String step : path.subList(0, path.size() - 1)) {
            at = inner(at, step, line);
        }
        String key = path.get(path.size() - 1);
        int below = depth + path.size();
        keys.assign(path);
        if (cursor.peek() == '{') {
            braced(inner(at, key, line), below);
        } else if (!at.put(key, value(below), line)) {
            refusals.again(line, at.line(key), key);
        }
    }

    /** Where something else stands, what comes is read all the same, and dropped. */
    private HoconObject inner(HoconObject object, String key, int line) {
        return object.open(key, line).orElseGet(() -> {
            refusals.again(line, object.line(key), key);
            return new HoconObject();
        });
    }

    private Node value(int depth) {
        if (cursor.peek() == '{') {
            HoconObject object = new HoconObject();
            braced(object, depth);
            return object.mapping();
        }
        return cursor.peek() == '[' ? list(depth) : leaf();
    }

    private Leaf leaf() {
        int line = cursor.line();
        return new Leaf(scalars.scalar(), passage.line(line), Optional.empty());
    }

    private Sequence list(int depth) {
        int opened = open(depth);
        List<Node> items = new ArrayList<>();
        cursor.lines();
        while (!cursor.ends() && cursor.peek() != ']') {
            int line = cursor.line();
            Node item = value(depth + 1);
            if (item instanceof Leaf leaf && leaf.value().text().isEmpty()) {
                refusals.add(line, "the agent drops an empty text from a list", "leave it out");
            }
            items.add(item);
            separator(']');
        }
        close(']', opened);
        return new Sequence(items);
    }

    private int open(int depth) {
        if (depth > DEEPEST) {
            throw refusals.stop(cursor.line(), "this is nested deeper than " + DEEPEST + " levels", "write less depth");
        }
        int line = cursor.line();
        cursor.take();
        return line;
    }

    private void close(char closer, int opened) {
        if (cursor.peek() != closer) {
            int line = closer == '}' ? cursor.deepest(opened) : opened;
            throw refusals.stop(
                    line, "what is opened on this line is not closed", "write `" + closer + "` where it ends");
        }
        cursor.take();
    }

    /** A comma, the end of a line, or both; none before what closes. */
    private void separator(char closer) {
        boolean ended = cursor.lines();
        if (cursor.peek() == ',') {
            cursor.take();
            cursor.lines();
            ended = true;
        }
        if (cursor.peek() == ',') {
            throw refusals.stop(cursor.line(), "two commas stand in a row", "delete one");
        }
        if (!ended && cursor.peek() != closer) {
            throw cursor.peek() == ';'
                    ? refusals.stop(cursor.line(), "the agent takes `;` for a part of the value", "delete it")
                    : refusals.stop(cursor.line(), "two values stand on this line", "write a comma between them");
        }
    }
}
