package dev.airgapc.target.clearml;

import dev.airgapc.catalog.Product;
import dev.airgapc.fact.Citation;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.fact.Scalar;
import dev.airgapc.fact.Text;
import dev.airgapc.language.Block;
import dev.airgapc.output.Header;
import dev.airgapc.output.HoconPrinter;
import dev.airgapc.output.Leaf;
import dev.airgapc.output.Mapping;
import dev.airgapc.output.Sequence;
import dev.airgapc.site.EnvValue;
import dev.airgapc.site.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The variables of one environment, being collected: each once, the first that is said, under the citation of its name. */
final class TaskVariables {
    private final Product product;
    private final Map<String, TaskVariable> variables = new LinkedHashMap<>();

    /** @param product whose table knows the names */
    TaskVariables(Product product) {
        this.product = product;
    }

    List<TaskVariable> all() {
        return List.copyOf(variables.values());
    }

    /** What the product demands, whatever the site says. */
    void constant(String name, String value, String because) {
        put(name, new Fact<>(new Text(value), new Origin.Demanded(because, citation(name))));
    }

    /** A value of the site. */
    void put(String name, Fact<? extends Scalar> value) {
        add(name, new TaskVariable.Plain(Leaf.of(value).under(citation(name))));
    }

    /** A field of a secret. */
    void secret(String name, Fact<Block<Secret>> secret, String field) {
        add(name, new TaskVariable.OfSecret(secret, field, Optional.of(citation(name))));
    }

    /** A variable of the page. */
    void own(String name, Fact<EnvValue> value) {
        Leaf key = Leaf.text(value.map(any -> name));
        variables.putIfAbsent(
                name,
                new TaskVariable(
                        key,
                        value.value() instanceof EnvValue.OfSecret of
                                ? new TaskVariable.OfSecret(value.map(any -> of.secret()), of.field(), Optional.empty())
                                : new TaskVariable.Plain(
                                        Leaf.text(value.map(text -> ((EnvValue.Plain) text).text())))));
    }

    /** Several values as programs split them: by blanks; nothing for none. */
    void list(String name, List<? extends Fact<? extends Scalar>> items) {
        if (!items.isEmpty()) {
            List<Object> pieces = new ArrayList<>();
            for (Fact<? extends Scalar> item : items) {
                if (!pieces.isEmpty()) {
                    pieces.add(" ");
                }
                pieces.add(item);
            }
            Fact<? extends Scalar> whole = items.size() == 1
                    ? items.get(0)
                    : Fact.text(pieces.toArray()).map(Text::new);
            put(name, whole);
        }
    }

    /** A list, where the value of a variable is read as HOCON; nothing for an empty one. */
    void hocon(String name, List<Leaf> items) {
        if (!items.isEmpty()) {
            Mapping list = Mapping.EMPTY.with("a", Sequence.of(items));
            String text = new HoconPrinter().print(list, Header.NONE).text();
            Origin origin = Origin.all(items.stream().map(Leaf::origin).toList());
            put(name, new Fact<>(new Text(text.substring(text.indexOf('[')).strip()), origin));
        }
    }

    /** Programs disagree on the case. */
    void both(String name, Fact<? extends Scalar> value) {
        put(name, value);
        put(name.toLowerCase(Locale.ROOT), value);
    }

    /** Two servers may ask for the same switch; it is there once. */
    private void add(String name, TaskVariable.Content content) {
        Citation cited = citation(name);
        Fact<Text> key =
                new Fact<>(new Text(name), new Origin.Demanded("the name of a variable that the product reads", cited));
        variables.putIfAbsent(name, new TaskVariable(Leaf.of(key).under(cited), content));
    }

    private Citation citation(String name) {
        return product.key(List.of("env", name)).orElseThrow().source();
    }
}
