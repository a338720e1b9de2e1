package dev.airgapc.interop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.airgapc.testing.Processes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The keys that open what is committed: the one of the Sealed Secrets controller, and three of age.
 *
 * @param recipients the public ones of age: of the controller, of a person, of a stranger
 */
record KeyRing(Path place, List<String> recipients) {
    static final KeyRing NONE = new KeyRing(Path.of(""), List.of());

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final ObjectMapper JSON = new ObjectMapper();

    KeyRing {
        recipients = List.copyOf(recipients);
    }

    /** Keys of their own, in a folder. */
    static KeyRing made(Path place) {
        String certificate =
                "req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=controller -keyout tls.key -out tls.crt";
        List<String> command = new ArrayList<>(List.of(Consumer.program("openssl")));
        command.addAll(List.of(certificate.split(" ", -1)));
        ok(place, command);
        List<String> recipients = new ArrayList<>();
        for (String name : List.of("controller", "person", "stranger")) {
            String program = Consumer.program("age-keygen");
            ok(place, List.of(program, "-o", name));
            recipients.add(ok(place, List.of(program, "-y", name)).strip());
        }
        return new KeyRing(place, recipients);
    }

    /** What {@code kubeseal} seals with. */
    Path certificate() {
        return place.resolve("tls.crt");
    }

    JsonNode decrypted(Path file, String key) throws IOException {
        Processes.Result result = decrypt(file, key);
        assertEquals(0, result.exit(), result.err());
        return YAML.readTree(result.out());
    }

    Processes.Result decrypt(Path file, String key) {
        Map<String, String> environment =
                Map.of("SOPS_AGE_KEY_FILE", place.resolve(key).toString(), "HOME", place.toString());
        return Processes.run(place, environment, List.of(Consumer.program("sops"), "decrypt", file.toString()));
    }

    /** As the controller makes it: of what it adds, that it is the owner. */
    JsonNode unsealed(Path file) throws IOException {
        Processes.Result result = unseal(file);
        assertEquals(0, result.exit(), result.err());
        JsonNode object = JSON.readTree(result.out());
        assertEquals(
                "SealedSecret", object.at("/metadata/ownerReferences/0/kind").asText());
        ((ObjectNode) object.at("/metadata")).remove("ownerReferences");
        return object;
    }

    Processes.Result unseal(Path file) {
        String command = "exec \"$0\" --recovery-unseal --recovery-private-key tls.key <\"$1\"";
        return Processes.run(
                place,
                Map.of(),
                List.of(Consumer.program("bash"), "-c", command, Consumer.program("kubeseal"), file.toString()));
    }

    private static String ok(Path place, List<String> command) {
        Processes.Result result = Processes.run(place, Map.of(), command);
        assertEquals(0, result.exit(), result.err());
        return result.out();
    }
}
