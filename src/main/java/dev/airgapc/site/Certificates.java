package dev.airgapc.site;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Fact;
import dev.airgapc.language.InputFile;
import dev.airgapc.language.Json;
import dev.airgapc.language.Reading;
import dev.airgapc.language.Type;
import dev.airgapc.language.Types;
import dev.airgapc.syntax.Value;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The certificates of a file, each in PEM (RFC 7468).
 *
 * @param path the file as the page names it
 * @param blocks each from its first line to its last, without what stands between
 * @param decoded the same, read
 */
public record Certificates(String path, List<String> blocks, List<X509Certificate> decoded) {
    private static final Pattern BLOCK = Pattern.compile(
            "-----BEGIN CERTIFICATE-----\n(?:[A-Za-z0-9+/=]{1,76}\n)+-----END CERTIFICATE-----(?=\n|$)");

    /** A file of certificates; a key, another form and a file without any are refused. */
    static final Type<Certificates> TYPE = new Type<>() {
        private final Type<InputFile> file = Types.file();

        @Override
        public Optional<Fact<Certificates>> read(Value value, Reading reading) {
            return file.read(value, reading).flatMap(found -> {
                String text = found.value().text();
                Optional<String> problem = problem(text);
                problem.ifPresent(
                        words -> reading.report()
                                .add(
                                        Diagnostic.of(
                                                        SiteCodes.NOT_A_CERTIFICATE,
                                                        value.span(),
                                                        "`" + found.value().path() + "` " + words)
                                                .help(
                                                        "a file of certificates in PEM is wanted: `-----BEGIN CERTIFICATE-----` and on")));
                return problem.isPresent()
                        ? Optional.empty()
                        : Optional.of(found.map(input -> new Certificates(
                                input.path(), blocks(text), decoded(text).orElseThrow())));
            });
        }

        @Override
        public String words() {
            return "the path of a file of certificates";
        }

        @Override
        public Json.Members schema() {
            return file.schema();
        }

        @Override
        public boolean namesFile() {
            return true;
        }

        @Override
        public String text(Certificates value) {
            return value.path();
        }
    };

    public Certificates {
        blocks = List.copyOf(blocks);
        decoded = List.copyOf(decoded);
    }

    private static Optional<String> problem(String text) {
        if (text.contains("PRIVATE KEY-----")) {
            return Optional.of("holds a private key");
        }
        if (blocks(text).isEmpty()) {
            return Optional.of("holds no certificate");
        }
        return decoded(text).isEmpty() ? Optional.of("holds a certificate that cannot be decoded") : Optional.empty();
    }

    /** Every certificate of a text; nothing if one of them is none. */
    private static Optional<List<X509Certificate>> decoded(String text) {
        List<X509Certificate> decoded = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (String block : blocks(text)) {
                InputStream bytes = new ByteArrayInputStream(block.getBytes(StandardCharsets.US_ASCII));
                decoded.add((X509Certificate) factory.generateCertificate(bytes));
            }
            return Optional.of(decoded);
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static List<String> blocks(String text) {
        List<String> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text.replace("\r\n", "\n"));
        while (block.find()) {
            blocks.add(block.group());
        }
        return blocks;
    }
}
