package dev.airgapc.language;

import java.util.List;

/** The few forms of JSON Schema (2020-12) that the JSON form of a page needs. */
public final class Schemas {
    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*";

    private Schemas() {}

    /** A string. What it means is known only once its holes are filled, so no schema says more. */
    public static Json.Members string() {
        return type("string");
    }

    /** A string without holes that a pattern covers from end to end. */
    public static Json.Members string(String pattern) {
        return string().with("pattern", "^" + pattern + "$");
    }

    /** The address of a block, as a reference writes it. */
    static Json.Members reference(Kind<?> kind) {
        return kind.naming() == Kind.Naming.SINGLE
                ? words(List.of(kind.name()))
                : string(kind.name() + "\\." + IDENTIFIER);
    }

    /** One of a list of words. */
    static Json.Members words(List<String> words) {
        return Json.members().with("enum", Json.texts(words));
    }

    /** A whole number within bounds. */
    static Json.Members whole(long least, long most) {
        return type("integer").with("minimum", least).with("maximum", most);
    }

    /** {@code true} or {@code false}. */
    static Json.Members flag() {
        return type("boolean");
    }

    /** A number and one of several units; without a unit, where the empty one is legal, it is a number in JSON too. */
    static Json.Members quantity(List<String> units) {
        List<String> written = units.stream().filter(unit -> !unit.isEmpty()).toList();
        Json.Members text = string("[0-9]+(" + String.join("|", written) + ")");
        return units.contains("") ? either(text, type("integer").with("minimum", 0)) : text;
    }

    /** An array of any length. */
    public static Json.Members list(Json each) {
        return type("array").with("items", each);
    }

    /** An array of a fixed length. */
    public static Json.Members list(Json each, int length) {
        return list(each).with("minItems", length).with("maxItems", length);
    }

    /** An object with keys of the outside world. */
    static Json.Members map(Json each) {
        return type("object").with("additionalProperties", each);
    }

    /** An object whose keys are identifiers. */
    static Json.Members named(Json each) {
        return type("object")
                .with("patternProperties", Json.members().with("^" + IDENTIFIER + "$", each))
                .with("additionalProperties", false);
    }

    /** An object of these members alone. */
    public static Json.Members closed(Json.Members properties, List<String> required) {
        Json.Members object = type("object").with("properties", properties);
        return (required.isEmpty() ? object : object.with("required", Json.texts(required)))
                .with("additionalProperties", false);
    }

    /** Exactly one of these members. */
    public static Json.Members oneOf(Json.Members properties) {
        return closed(properties, List.of()).with("minProperties", 1).with("maxProperties", 1);
    }

    /** What one of two schemas takes. */
    static Json.Members either(Json one, Json other) {
        return Json.members().with("anyOf", new Json.Items(List.of(one, other)));
    }

    private static Json.Members type(String type) {
        return Json.members().with("type", type);
    }
}
