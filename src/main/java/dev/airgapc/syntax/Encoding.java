package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.source.Source;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes to text: UTF-8 without a byte order mark and without NUL, or a diagnostic at the first byte that is not. */
final class Encoding {
    private Encoding() {}

    static Optional<Source> decode(String name, byte[] bytes, Report report) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            Source shown = new Source(name, text + new String(bytes, StandardCharsets.UTF_8).substring(text.length()));
            return refuse(report, shown, text.length(), "the file is not UTF-8", "save it as UTF-8");
        }
        Source source = new Source(name, text);
        if (text.startsWith("\uFEFF")) {
            return refuse(
                    report,
                    source,
                    0,
                    "the file begins with a byte order mark",
                    "save it as UTF-8 without a byte order mark");
        }
        int nul = text.indexOf('\0');
        return nul < 0
                ? Optional.of(source)
                : refuse(report, source, nul, "the file holds a NUL byte", "is this a text file?");
    }

    private static Optional<Source> refuse(Report report, Source source, int at, String message, String help) {
        int end = Math.min(at + 1, source.text().length());
        report.add(Diagnostic.of(SyntaxCodes.UNREADABLE_INPUT, source.span(at, end), message)
                .help(help));
        return Optional.empty();
    }
}
