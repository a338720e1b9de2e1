package dev.airgapc.output;

import dev.airgapc.fact.Absent;
import dev.airgapc.fact.Credential;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads the YAML of a page: one mapping, and nothing in it that readers of YAML 1.1, of 1.2 and Go take for different things. It
 * reads events, not nodes, so that depth is counted before anything recurses.
 */
public final class YamlReader {
    private static final int DEEPEST = 50;

    /** What breaks lines in YAML 1.1 alone, and the byte order mark. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u0085\\u2028\\u2029\\uFEFF]");

    private final Passage passage;
    private final Refusals refusals;
    private final Iterator<Event> events;

    private YamlReader(Passage passage) {
        this.passage = passage;
        this.refusals = new Refusals(OutputCodes.NOT_YAML, passage);
        this.events = new Parse(LoadSettings.builder()
                        .setCodePointLimit(Passage.LONGEST)
                        .build())
                .parseString(passage.text().value())
                .iterator();
    }

    /** Reads a text; for whatever text, this answers and does not throw. */
    public static Passage.Content read(Passage passage) {
        YamlReader reader = new YamlReader(passage);
        return reader.refusals.answer(reader::document);
    }

    private Mapping document() {
        String text = passage.text().value();
        Matcher invisible = INVISIBLE.matcher(text);
        if (invisible.find()) {
            throw refusals.stop(
                    (int) text.substring(0, invisible.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count(),
                    "an invisible character on this line is a line break to some readers",
                    "delete it, or write it in double quotes as `\\u` and four digits");
        }
        try {
            return root();
        } catch (YamlEngineException e) {
            YamlMistake mistake = YamlMistake.of(e, text);
            throw refusals.stop(mistake.line(), mistake.message(), mistake.help());
        }
    }

    private Mapping root() {
        next();
        if (!(next() instanceof DocumentStartEvent document)) {
            return Mapping.EMPTY;
        }
        if (document.getSpecVersion().isPresent() || !document.getTags().isEmpty()) {
            throw refusals.stop(line(document), "directives are not taken here", "delete what begins with `%`");
        }
        Event root = next();
        if (!(root instanceof MappingStartEvent)) {
            colon(root);
            throw refusals.stop(line(root), "the text is no mapping", "begin with a key, as in `key: \"value\"`");
        }
        Mapping mapping = (Mapping) node(root, 1);
        next();
        Event after = next();
        if (after instanceof DocumentStartEvent) {
            throw refusals.stop(line(after), "a second document begins here", "write one document, without `---`");
        }
        return mapping;
    }

    private Event next() {
        return events.next();
    }

    private Node node(Event event, int depth) {
        anchor(event);
        if (depth > DEEPEST) {
            throw refusals.stop(line(event), "this is nested deeper than " + DEEPEST + " levels", "write less depth");
        }
        if (event instanceof ScalarEvent scalar) {
            tag(event, scalar.getTag());
            return new Leaf(value(scalar), passage.line(line(event)), Optional.empty());
        }
        tag(event, ((CollectionStartEvent) event).getTag());
        return event instanceof MappingStartEvent ? mapping(depth) : sequence(depth);
    }

    private void anchor(Event event) {
        if (event instanceof NodeEvent node
                && (event instanceof AliasEvent || node.getAnchor().isPresent())) {
            throw refusals.stop(
                    line(event), "anchors and aliases are not taken here", "write the value where it is used");
        }
    }

    private void tag(Event event, Optional<String> tag) {
        if (tag.isPresent()) {
            throw refusals.stop(line(event), "tags are not taken here", "write the value without `!`");
        }
    }

    private Mapping mapping(int depth) {
        Map<String, Node> entries = new LinkedHashMap<>();
        Map<String, Integer> lines = new LinkedHashMap<>();
        for (Event event = next(); event.getEventId() != Event.ID.MappingEnd; event = next()) {
            String key = key(event);
            Integer before = lines.putIfAbsent(key, line(event));
            if (before != null) {
                refusals.again(line(event), before, key);
            }
            Event value = next();
            if (line(value) > line(event)) {
                colon(value);
            }
            entries.put(key, node(value, depth + 1));
        }
        return new Mapping(entries);
    }

    /** A text that should be a key and its value. */
    private void colon(Event event) {
        if (event instanceof ScalarEvent scalar
                && scalar.isPlain()
                && !Credential.named(scalar.getValue().split("[: ]", 2)[0])
                && Credential.in(scalar.getValue()).isEmpty()) {
            Optional<String> meant = YamlMistake.withColon(scalar.getValue());
            if (meant.isPresent()) {
                throw refusals.stop(
                        line(event),
                        "`" + scalar.getValue() + "` is a text, and no key with a value",
                        "write `" + meant.get() + "`");
            }
        }
    }

    private String key(Event event) {
        if (event instanceof MappingStartEvent start && start.isFlow()) {
            throw refusals.stop(
                    line(event), "`{{ … }}` is a template of Helm, and a page holds none", "write the value itself");
        }
        if (!(event instanceof ScalarEvent scalar)) {
            throw refusals.stop(line(event), "a key is no text", "write a key in double quotes");
        }
        anchor(event);
        tag(event, scalar.getTag());
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw refusals.stop(
                    line(event), "`<<` merges for some readers only", "write the keys out that it would merge");
        }
        if (scalar.isPlain() && !YamlScalars.text(scalar.getValue())) {
            refusals.add(
                    line(event),
                    "the key `" + scalar.getValue() + "` is no text to some readers",
                    "write `\"" + scalar.getValue() + "\"`");
        }
        return scalar.getValue();
    }

    private Sequence sequence(int depth) {
        List<Node> items = new ArrayList<>();
        for (Event event = next(); event.getEventId() != Event.ID.SequenceEnd; event = next()) {
            items.add(node(event, depth + 1));
        }
        return new Sequence(items);
    }

    private Scalar value(ScalarEvent scalar) {
        if (!scalar.isPlain()) {
            return new Text(scalar.getValue());
        }
        String plain = scalar.getValue();
        Optional<Scalar> value = YamlScalars.of(plain);
        if (value.isEmpty()) {
            refusals.add(
                    line(scalar),
                    "`" + plain + "` is " + YamlScalars.otherwise(plain) + " to some readers and not to others",
                    YamlScalars.remedy(plain));
        }
        return value.orElseGet(Absent::new);
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }
}
