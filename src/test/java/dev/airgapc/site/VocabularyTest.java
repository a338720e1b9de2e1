package dev.airgapc.site;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.language.Attribute;
import dev.airgapc.language.Kind;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Constants of interfaces are initialised late: this touches every one. */
class VocabularyTest {
    @Test
    void everyWordIsWhole() {
        Set<String> kinds = new HashSet<>();
        for (Kind<?> kind : Vocabulary.ALL.all()) {
            assertTrue(kinds.add(kind.name()), kind.name());
            assertFalse(Vocabulary.ALL.later().contains(kind.name()), kind.name());
            whole(kind);
        }
    }

    private static void whole(Kind<?> kind) {
        sentence(kind.words(), kind.name());
        assertFalse(kind.byName().isEmpty(), kind.name());
        for (Attribute<?, ?> attribute : kind.byName().values()) {
            String name = kind.name() + "." + attribute.name();
            sentence(attribute.words(), name);
            assertFalse(attribute.takes().isBlank(), name);
            assertFalse(attribute.otherwise().isBlank(), name);
            assertTrue(attribute.name().matches("[a-z]+[0-9]*(-[a-z]+)*"), name);
            assertFalse(kind.laterWords().contains(attribute.name()), name);
        }
        kind.inner().forEach(VocabularyTest::whole);
    }

    private static void sentence(String words, String of) {
        assertTrue(Character.isUpperCase(words.charAt(0)) && words.endsWith("."), of + ": " + words);
    }
}
