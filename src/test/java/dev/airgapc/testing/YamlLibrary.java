package dev.airgapc.testing;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Readers of YAML that run within the tests. */
public enum YamlLibrary {
    /** YAML 1.1. */
    SNAKEYAML {
        @Override
        Iterable<? extends @Nullable Object> documents(String text) {
            return new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(text);
        }
    },
    /** YAML 1.2. */
    SNAKEYAML_ENGINE {
        @Override
        Iterable<? extends @Nullable Object> documents(String text) {
            return new Load(LoadSettings.builder().build()).loadAllFromString(text);
        }
    },
    /** YAML 1.1 with ideas of its own about keys and numbers. */
    JACKSON {
        @Override
        Iterable<? extends @Nullable Object> documents(String text) throws IOException {
            try (MappingIterator<Object> documents =
                    new YAMLMapper().readerFor(Object.class).readValues(text)) {
                return documents.readAll();
            }
        }
    };

    abstract Iterable<? extends @Nullable Object> documents(String text) throws IOException;

    /** Where it finds something else in a text than was written. */
    public List<String> differences(YamlTexts text) {
        List<@Nullable Object> found = new ArrayList<>();
        try {
            documents(text.text()).forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.differences(TypedValues.of(found, TypedValues.Words.OURS), TypedValues.Words.OURS);
    }
}
