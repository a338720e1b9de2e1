package dev.airgapc.cli.format;

import dev.airgapc.diagnostic.Severity;

/** Colours of people's text, or none. */
public record Style(boolean on) {
    String severity(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> wrap("1;31", text);
            case WARNING -> wrap("1;33", text);
            case NOTE -> wrap("1;36", text);
        };
    }

    String strong(String text) {
        return wrap("1", text);
    }

    String frame(String text) {
        return wrap("1;34", text);
    }

    private String wrap(String code, String text) {
        return on && !text.isEmpty() ? "\u001B[" + code + "m" + text + "\u001B[0m" : text;
    }
}
