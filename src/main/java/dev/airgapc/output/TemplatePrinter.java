package dev.airgapc.output;

import com.hubspot.jinjava.Jinjava;
import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.interpret.RenderResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text around leaves, from a template below {@code templates/}. The engine never sees a value: it is given a mark for each
 * leaf, and the marks are replaced, quoted, in what it made. So no value can become a part of the template, and it is known on
 * which line each leaf stands.
 *
 * @param template its path below {@code templates/}
 */
public record TemplatePrinter(String template, Quoting quoting) implements Printer {
    private static final Pattern INCLUDE = Pattern.compile("(?m)^\\{# include (\\S+) #}\\n");
    private static final char OPEN = '\uE000';
    private static final char CLOSE = '\uE001';

    @Override
    public Printed print(Node content, Header header) {
        List<String> pointers = new ArrayList<>();
        Map<String, Leaf> leaves = content.leaves();
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("header", header.lines());
        ((Mapping) content).entries().forEach((key, node) -> context.put(key, marked(node, "/" + key, pointers)));
        return filled(rendered(context), pointers, leaves);
    }

    private static Object marked(Node node, String pointer, List<String> pointers) {
        if (node instanceof Mapping mapping) {
            Map<String, Object> map = new LinkedHashMap<>();
            mapping.entries().forEach((key, value) -> map.put(key, marked(value, pointer + "/" + key, pointers)));
            return map;
        }
        if (node instanceof Sequence sequence) {
            List<Object> list = new ArrayList<>();
            for (Node item : sequence.items()) {
                list.add(marked(item, pointer + "/" + list.size(), pointers));
            }
            return list;
        }
        if (node instanceof Nested) {
            throw new IllegalStateException("a template cannot hold the file at " + pointer);
        }
        pointers.add(pointer);
        return OPEN + String.valueOf(pointers.size() - 1) + CLOSE;
    }

    private String rendered(Map<String, Object> context) {
        RenderResult result = Engine.JINJAVA.renderForResult(read(template), context);
        if (!result.getErrors().isEmpty()) {
            throw new IllegalStateException(
                    template + ": " + result.getErrors().get(0).getMessage());
        }
        return result.getOutput();
    }

    /** The text of a template; a line {@code {# include other #}} stands for the whole of another one. */
    private static String read(String template) {
        try (InputStream in = TemplatePrinter.class.getResourceAsStream("/templates/" + template)) {
            if (in == null) {
                throw new IllegalStateException("there is no template " + template);
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return INCLUDE.matcher(text).replaceAll(line -> Matcher.quoteReplacement(read(line.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Printed filled(String text, List<String> pointers, Map<String, Leaf> leaves) {
        Page page = new Page();
        int at = 0;
        for (int open = text.indexOf(OPEN); open >= 0; open = text.indexOf(OPEN, at)) {
            int close = text.indexOf(CLOSE, open);
            String pointer = pointers.get(Integer.parseInt(text.substring(open + 1, close)));
            Leaf leaf = leaves.get(pointer);
            if (leaf == null) {
                throw new IllegalStateException(template + ": no leaf at " + pointer);
            }
            page.write(text.substring(at, open)).mark(pointer).write(quoting.quote(leaf.value()));
            at = close + 1;
        }
        return page.write(text.substring(at)).printed();
    }

    /** Made when the first template is printed: a check prints none. */
    private static final class Engine {
        static final Jinjava JINJAVA = new Jinjava(JinjavaConfig.newBuilder()
                .withNestedInterpretationEnabled(false)
                .withFailOnUnknownTokens(true)
                .withTrimBlocks(true)
                .withLstripBlocks(true)
                .withKeepTrailingNewline(true)
                .build());
    }
}
