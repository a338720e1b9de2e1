package dev.airgapc.output;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Credential;
import dev.airgapc.source.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * The paths of the values of a chart, read off the file that its vendor wrote: anchors, merged mappings and whatever else Helm takes are no
 * mistake there. A value is looked at for its form alone, and forgotten: a list, an empty mapping and nothing at all leave open what may stand
 * below, and so does what the chart hands on to Kubernetes.
 */
public final class ChartKeys {
    private static final int DEEPEST = 50;
    private static final int MOST = 20_000;
    private static final int LONGEST = 1 << 22;
    private static final String ANY = "*";

    /** Keys below which a chart's values show an example, and whose form is that of Kubernetes. */
    private static final Pattern HANDED_ON = Pattern.compile(
            "(?i).*(?:annotations|labels|resources|nodeSelector|affinity|securityContext|strategy|livenessProbe|readinessProbe|startupProbe)");

    /** What stands at a path; nothing below is a value. */
    private record Keys(Map<String, Keys> below, boolean open) {
        static final Keys VALUE = new Keys(Map.of(), false);
        static final Keys OPEN = new Keys(Map.of(), true);
    }

    /** Ends the reading; it never leaves this class. */
    private static final class Stop extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient YamlMistake mistake;

        private Stop(int line, String message, String help) {
            super(message, null, false, false);
            this.mistake = new YamlMistake(line, message, help);
        }
    }

    /**
     * What a file holds; no paths if there is a mistake.
     *
     * @param paths in the order of the file; a star at the end leaves open what stands below
     */
    public record Found(List<List<String>> paths, Optional<Diagnostic> mistake) {
        public Found {
            paths = List.copyOf(paths);
        }
    }

    private final Iterator<Event> events;
    private final Map<String, Keys> anchors = new HashMap<>();
    private final List<List<String>> paths = new ArrayList<>();

    private ChartKeys(String text) {
        this.events = new Parse(
                        LoadSettings.builder().setCodePointLimit(LONGEST).build())
                .parseString(text)
                .iterator();
    }

    /** Reads a file; for whatever text, this answers and does not throw. */
    public static Found of(Source source) {
        ChartKeys reader = new ChartKeys(source.text());
        try {
            reader.list(List.of(), reader.document());
            return new Found(reader.paths, Optional.empty());
        } catch (Stop stop) {
            return wrong(source, stop.mistake);
        } catch (YamlEngineException e) {
            return wrong(source, YamlMistake.of(e, source.text()));
        }
    }

    /** A line of values may hold a secret, whatever else is wrong on it. */
    private static Found wrong(Source source, YamlMistake mistake) {
        int line = Math.min(mistake.line() + 1, source.lines());
        Diagnostic diagnostic = Diagnostic.of(OutputCodes.NOT_YAML, source.written(line), mistake.message())
                .help(mistake.help());
        String text = source.line(line);
        boolean secret = Credential.in(text).isPresent()
                || Credential.named(text.split(":", 2)[0].replace("\"", "").strip());
        return new Found(List.of(), Optional.of(secret ? diagnostic.concealed() : diagnostic));
    }

    private Keys document() {
        events.next();
        Event first = events.next();
        if (!(first instanceof DocumentStartEvent)) {
            throw new Stop(0, "the file holds no values", "give it what `helm show values` prints");
        }
        Event root = events.next();
        if (!(root instanceof MappingStartEvent)) {
            throw new Stop(line(root), "the file is no mapping", "give it what `helm show values` prints");
        }
        Keys keys = node(root, 1);
        events.next();
        Event after = events.next();
        if (after instanceof DocumentStartEvent) {
            throw new Stop(line(after), "a second document begins here", "give it the values of one chart");
        }
        if (keys.below().isEmpty()) {
            throw new Stop(0, "the file holds no values", "give it what `helm show values` prints");
        }
        return keys;
    }

    private Keys node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new Stop(line(event), "this is nested deeper than " + DEEPEST + " levels", "no chart reads that");
        }
        if (event instanceof AliasEvent alias) {
            return anchors.getOrDefault(alias.getAlias().getValue(), Keys.OPEN);
        }
        Keys keys =
                event instanceof ScalarEvent scalar ? scalar(scalar) : collection((CollectionStartEvent) event, depth);
        ((NodeEvent) event).getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), keys));
        return keys;
    }

    private static Keys scalar(ScalarEvent scalar) {
        boolean nothing =
                scalar.isPlain() && List.of("", "~", "null", "Null", "NULL").contains(scalar.getValue());
        return nothing ? Keys.OPEN : Keys.VALUE;
    }

    private Keys collection(CollectionStartEvent event, int depth) {
        if (event instanceof MappingStartEvent) {
            return mapping(depth);
        }
        for (Event item = events.next(); item.getEventId() != Event.ID.SequenceEnd; item = events.next()) {
            node(item, depth + 1);
        }
        return Keys.OPEN;
    }

    private Keys mapping(int depth) {
        Map<String, Keys> below = new LinkedHashMap<>();
        boolean open = false;
        for (Event event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            if (!(event instanceof ScalarEvent key)) {
                throw new Stop(line(event), "a key is no text", "write a key in double quotes");
            }
            key.getAnchor().ifPresent(anchor -> anchors.put(anchor.getValue(), Keys.VALUE));
            Keys keys = node(events.next(), depth + 1);
            if (key.isPlain() && key.getValue().equals("<<")) {
                keys.below().forEach(below::putIfAbsent);
                open |= keys.open();
            } else {
                below.put(key.getValue(), keys);
            }
        }
        return new Keys(below, open || below.isEmpty());
    }

    private void list(List<String> path, Keys keys) {
        boolean open = keys.open() || (!keys.below().isEmpty() && handedOn(path));
        if (open || keys.below().isEmpty()) {
            if (paths.size() == MOST) {
                throw new Stop(0, "the file has more than " + MOST + " keys", "give it the values of one chart");
            }
            paths.add(open ? then(path, ANY) : path);
        } else if (path.size() > 2 * DEEPEST) {
            throw new Stop(0, "aliases nest the keys too deep", "no chart reads that");
        } else {
            keys.below().forEach((key, below) -> list(then(path, key), below));
        }
    }

    private static boolean handedOn(List<String> path) {
        return !path.isEmpty() && HANDED_ON.matcher(path.get(path.size() - 1)).matches();
    }

    private static List<String> then(List<String> path, String step) {
        List<String> longer = new ArrayList<>(path);
        longer.add(step);
        return longer;
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0);
    }
}
