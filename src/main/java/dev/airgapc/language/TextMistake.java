package dev.airgapc.language;

import dev.airgapc.diagnostic.Code;
import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.fact.Mending;
import dev.airgapc.fact.Parsed;
import dev.airgapc.source.LookAlike;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A string that a strict parser refuses: why, which piece of it is wrong, and the string as it should be.
 *
 * @param words what was wanted: {@code a host}
 */
record TextMistake<T>(
        Value.Text string, String text, String words, Code code, Function<String, Parsed<T>> parser, Reading reading) {
    /** So much of a wrong value stands in a sentence. */
    private static final int SHOWN = 80;

    Diagnostic said() {
        if (text.isEmpty()) {
            return at(string.span(), "the empty string is not " + words);
        }
        Optional<Diagnostic> foreign = new ForeignHole(string, code, reading).said();
        if (foreign.isPresent()) {
            return foreign.get();
        }
        if (text.endsWith("\n")) {
            return at(string.span(), "`" + shortened() + "` is not " + words)
                    .help("a text block ends with a line break; write the string in quotes on one line");
        }
        return LookAlike.plain(text).filter(plain -> !plain.equals(text)).isPresent() ? hidden() : refused();
    }

    /** A sign that is not what it looks like. */
    private Diagnostic hidden() {
        int at = 0;
        while (text.charAt(at) < 128) {
            at++;
        }
        Span piece = new Characters(string, text).piece(at, at + 1).orElse(string.span());
        return mended(at(piece, "`" + shortened() + "` holds a " + LookAlike.name(text.charAt(at))));
    }

    private Diagnostic refused() {
        Parsed<T> parsed = parser.apply(text);
        int at = parsed.piece().isEmpty() ? -1 : text.indexOf(parsed.piece());
        Span piece = at < 0
                ? repair(string, text, parser)
                        .map(repair -> repair.edit().at())
                        .filter(change -> change.end() > change.start())
                        .orElse(string.span())
                : new Characters(string, text)
                        .piece(at, at + parsed.piece().length())
                        .orElse(string.span());
        Diagnostic said = at(piece, "`" + shortened() + "` " + parsed.problem());
        return parsed.advice().isEmpty() ? mended(said) : said.help(parsed.advice());
    }

    /** A string as it should be, and how it becomes that. */
    record Repair(String string, Edit edit, boolean certain) {}

    /** What would make a string without holes one that a type takes; nothing if it is one, and if nobody can know. */
    static <T> Optional<Repair> repair(Value.Text string, Type<T> type) {
        return Labels.plain(string).flatMap(text -> repair(string, text, type::parse));
    }

    private static <T> Optional<Repair> repair(Value.Text string, String text, Function<String, Parsed<T>> parser) {
        return Mending.of(text, parser).flatMap(mending -> {
            String mended = mending.text();
            int before = Edges.before(text, mended);
            int behind = Edges.behind(text, mended);
            String other = mended.substring(before, mended.length() - behind);
            Characters characters = new Characters(string, text);
            return characters
                    .piece(before, text.length() - behind)
                    .map(piece -> new Repair(characters.with(piece, other), new Edit(piece, other), mending.certain()));
        });
    }

    /** With the string as it should be, if the parser knows it. */
    private Diagnostic mended(Diagnostic said) {
        Optional<Repair> repair = repair(string, text, parser);
        if (repair.isEmpty()) {
            return Mending.of(text, parser)
                    .map(mending -> said.help("write `\"" + mending.text() + "\"`"))
                    .orElse(said);
        }
        String help = "write `" + repair.get().string() + "`";
        return said.help(help)
                .fix(new Fix(help, List.of(repair.get().edit()), repair.get().certain()));
    }

    private Diagnostic at(Span piece, String message) {
        return Diagnostic.of(code, piece, message).label("not " + words);
    }

    /** A value that somebody can still read. */
    private String shortened() {
        String whole = text.stripTrailing().isEmpty() || text.indexOf('\n') < 0 ? text : text.stripTrailing();
        return whole.length() <= SHOWN ? whole : whole.substring(0, SHOWN) + "…";
    }
}
