package dev.airgapc.fact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.airgapc.testing.Mutation;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever text a parser of a value is given, it answers; what it takes, it takes again as it prints it, and what it proposes too. */
class ValueLawsTest {
    private static final int TEXTS = Integer.getInteger("mutations", 200_000) / 10;

    private static final String SIGNS =
            "az09AZ.-_:/@#*[]()%,=+ \t\n\"\\$~^?&é😀\0\u0131\u0660sha256:https://localhost::1";

    /**
     * @param seeds texts that it takes
     */
    private record Parser<T>(
            String name, Function<String, Parsed<T>> parse, Function<T, String> print, List<String> seeds) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Parser<?>> parsers() {
        return Stream.of(
                new Parser<>(
                        "host",
                        Host::parse,
                        Host::text,
                        List.of("Registry.corp.example:5000", "10.20.0.5", "[fd00::1]:443", "localhost")),
                new Parser<>(
                        "pattern",
                        HostPattern::parse,
                        HostPattern::text,
                        List.of("*.corp.example", "10.20.0.0/16", "fd00::/8", "10.20.*.*", "10.0.0.0/255.0.0.0")),
                new Parser<>(
                        "web address",
                        Url::parse,
                        Url::text,
                        List.of("https://pypi.corp.example:8443/simple?a=b#c", "oci://[fd00::1]/x", "http://a")),
                new Parser<>(
                        "image",
                        Image::parse,
                        Image::text,
                        List.of(
                                "docker.io/library/redis:7.4",
                                "[fd00::1]:5000/a/b__c:1@sha256:" + "0a".repeat(32),
                                "localhost/a@sha512:" + "0a".repeat(64))),
                new Parser<>("version", Version::parse, Version::text, List.of("1.10", "v6.14.6-rc.1+x", "25.04", "0")),
                new Parser<>(
                        "toleration",
                        Toleration::parse,
                        Toleration::text,
                        List.of("gpu=true:NoSchedule", "gpu:NoExecute", "gpu=:PreferNoSchedule")),
                new Parser<>(
                        "address of a fact",
                        text -> Address.parse(text).map(Parsed::of).orElseGet(() -> Parsed.wrong("is none")),
                        Address::toString,
                        List.of("registry.main.host", "clearml-agent.main.queue.\"8 GPUs\".gpus")));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    <T> void takesWhatItPrints(Parser<T> parser) {
        Random random = new Random(20_260_101);
        int taken = 0;
        for (int round = 0; round < TEXTS; round++) {
            String seed = parser.seeds().get(random.nextInt(parser.seeds().size()));
            String text = random.nextInt(50) == 0 ? seed : Mutation.of(seed, SIGNS, random);
            try {
                taken += holds(parser, text) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("round " + round + ": " + text, e);
            }
        }
        int found = taken;
        assertTrue(taken > TEXTS / 50 && taken < TEXTS * 9 / 10, () -> "some are taken, some are not: " + found);
    }

    private static <T> boolean holds(Parser<T> parser, String text) {
        Parsed<T> parsed = parser.parse().apply(text);
        if (parsed.value().isEmpty()) {
            assertFalse(parsed.problem().isBlank(), "it says why");
            Optional<Mending> mending = Mending.of(text, parser.parse());
            mending.ifPresent(other ->
                    assertTrue(parser.parse().apply(other.text()).value().isPresent(), other::text));
            return false;
        }
        String printed = parser.print().apply(parsed.value().get());
        assertEquals(parsed.value(), parser.parse().apply(printed).value(), printed);
        assertEquals(Optional.of(printed), parser.parse().apply(printed).value().map(parser.print()));
        return true;
    }
}
