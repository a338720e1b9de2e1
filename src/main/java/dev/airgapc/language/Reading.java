package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.diagnostic.Report;
import dev.airgapc.fact.Address;
import dev.airgapc.fact.Credential;
import dev.airgapc.fact.Fact;
import dev.airgapc.fact.Origin;
import dev.airgapc.source.Inputs;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.Entry;
import dev.airgapc.syntax.Value;
import dev.airgapc.syntax.Word;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The finding of one attribute's value: which one, of which block, and what may be asked meanwhile. */
public final class Reading {
    private final Block<?> block;
    private final Address at;
    private final Evaluation evaluation;

    Reading(Block<?> block, Address at, Evaluation evaluation) {
        this.block = block;
        this.at = at;
        this.evaluation = evaluation;
    }

    /** The address of the value. */
    public Address at() {
        return at;
    }

    /** The block whose attribute it is. */
    public Block<?> block() {
        return block;
    }

    public Report report() {
        return evaluation.report();
    }

    /** A value that stands on the page. */
    public <T> Fact<T> written(T value, Span span) {
        return new Fact<>(value, new Origin.Written(at, span, List.of()));
    }

    /** A value that nobody wrote. */
    public <T> Fact<T> assumed(T value, String because, List<Origin> from) {
        return new Fact<>(value, new Origin.Assumed(at, because, from));
    }

    /** Another attribute of the same block, or nothing if it is in error. */
    public <A> Optional<A> ask(Attribute<?, A> attribute) {
        return Block.ask(block, attribute);
    }

    /** An attribute of a block that this value refers to, or nothing if it is in error. */
    public <K, A> Optional<A> of(Fact<Block<K>> other, Attribute<? super K, A> attribute) {
        return Block.ask(other.value(), attribute);
    }

    /** The block around this one, if its kind has the attribute too. */
    Optional<Block<?>> outer(Attribute<?, ?> shared) {
        return block.parent().filter(parent -> parent.kind().byName().containsValue(shared));
    }

    /** The page's own blocks of a kind, whether or not they are in error. */
    public <K> List<Block<K>> all(Kind<K> kind) {
        return evaluation.all(kind);
    }

    /** Says that a value is of the wrong type, unless it could not be read at all. */
    public <T> Optional<T> wrong(Value value, String expected, String help) {
        if (isNothing(value)) {
            boolean required = attribute().filter(Attribute::isRequired).isPresent();
            report().add(Diagnostic.of(
                            LanguageCodes.WRONG_TYPE, value.span(), "`" + ((Value.Name) value).text() + "` is no value")
                    .help(required ? "`" + subject() + "` takes " + expected : "leave `" + subject() + "` out"));
        } else if (!(value instanceof Value.Broken)) {
            report().add(mistake(value, expected).help(help));
        }
        return Optional.empty();
    }

    /**
     * Says that a value is of the wrong type, and what it should be.
     *
     * @param text as it should stand on the page
     * @param safe whether nothing else can be meant
     */
    public <T> Optional<T> instead(Value value, String expected, String text, boolean safe) {
        String help = "write `" + text + "`";
        report().add(mistake(value, expected)
                .help(help)
                .fix(safe ? Fix.safe(help, value.span(), text) : Fix.guess(help, value.span(), text)));
        return Optional.empty();
    }

    /** Says that a list is wanted, and how it is written. */
    <T> Optional<T> noList(Value value) {
        if (value instanceof Value.Call call) {
            return called(call, "a list");
        }
        String written = value.span().text();
        if (value instanceof Value.Broken
                || isNothing(value)
                || Credential.in(written).isPresent()) {
            return wrong(value, "a list", "write the value in `[ ]`");
        }
        boolean several = value instanceof Value.Text text
                && text.form() == Value.Form.QUOTED
                && Labels.plain(text).filter(plain -> plain.contains(",")).isPresent();
        String items = several ? written.replaceAll(",\\s*", "\", \"") : written;
        return written.contains("\n")
                ? wrong(value, "a list", "write the value in `[ ]`")
                : instead(value, "a list", "[" + items + "]", !several);
    }

    /** Whether a value is another language's word for no value. */
    boolean isNothing(Value value) {
        return value instanceof Value.Name name
                && List.of("null", "nil", "none", "None", "NULL", "undefined", "nothing")
                        .contains(name.text());
    }

    private Diagnostic mistake(Value value, String expected) {
        return Diagnostic.of(
                LanguageCodes.WRONG_TYPE,
                value.span(),
                "`" + subject() + "` takes " + expected + ", not " + Labels.words(value));
    }

    private Optional<Attribute<?, ?>> attribute() {
        String name = at.steps().get(block.address().steps().size());
        return Optional.ofNullable(block.kind().byName().get(name));
    }

    /** The text of a string, its holes filled; nothing if it is no string, refers to nothing, or looks like a secret. */
    public Optional<Fact<String>> text(Value value, String expected) {
        if (!(value instanceof Value.Text string)) {
            return noText(value, expected);
        }
        Optional<Credential> typed = Credential.in(literal(string));
        if (typed.isPresent()) {
            return typedSecret(value, typed.get().what());
        }
        StringBuilder text = new StringBuilder();
        List<Origin> from = new ArrayList<>();
        for (Value.Part part : string.parts()) {
            if (part instanceof Value.Chars chars) {
                text.append(chars.text());
                continue;
            }
            Optional<Fact<String>> filled = new References(evaluation, this).value(((Value.Hole) part).name());
            if (filled.isEmpty()) {
                return Optional.empty();
            }
            text.append(filled.get().value());
            from.add(filled.get().origin());
        }
        return Credential.in(text.toString()).isPresent()
                ? typedSecret(value, Credential.in(text.toString()).get().what())
                : Optional.of(new Fact<>(text.toString(), new Origin.Written(at, value.span(), from)));
    }

    private <T> Optional<T> noText(Value value, String expected) {
        String quoted = expected.contains("quotes") ? expected : expected + " in quotes";
        String written = value.span().text();
        if (value instanceof Value.Call call) {
            return called(call, quoted);
        }
        if (value instanceof Value.Name name) {
            if (new References(evaluation, this)
                    .isText(name.steps().stream().map(Word::text).toList())) {
                return instead(value, quoted, "\"\\(" + name.text() + ")\"", false);
            }
            return isNothing(value) || Credential.in(written).isPresent()
                    ? wrong(value, quoted, "")
                    : instead(value, quoted, "\"" + written + "\"", name.steps().size() == 1);
        }
        if (value instanceof Value.Digits || value instanceof Value.Quantity) {
            return instead(value, quoted, "\"" + written + "\"", true);
        }
        boolean one = value instanceof Value.Items items
                && items.values().size() == 1
                && items.values().get(0) instanceof Value.Text;
        return one && Credential.in(written).isEmpty()
                ? instead(
                        value,
                        quoted,
                        ((Value.Items) value).values().get(0).span().text(),
                        true)
                : wrong(value, quoted, "write it in quotes");
    }

    /** A call where none is taken: what it would do is no business of a page. */
    private <T> Optional<T> called(Value.Call call, String expected) {
        String name = call.name().text();
        boolean deferred =
                List.of("env", "file", "vault", "external", "existing").contains(name);
        boolean paste = name.equals("file") && expected.startsWith("text");
        report().add(Diagnostic.of(
                        LanguageCodes.WRONG_TYPE,
                        call.span(),
                        "`" + subject() + "` takes " + expected + ", and "
                                + (deferred
                                        ? "`" + name + "( )` stands in a `secret` alone"
                                        : "a page has no functions"))
                .help(
                        paste
                                ? "paste the file's text between `\"\"\"`"
                                : "write the value itself: nothing around a page changes what it means"));
        return Optional.empty();
    }

    /** What somebody typed, with a letter for each hole: it may be a secret whatever fills them. */
    private static String literal(Value.Text string) {
        StringBuilder text = new StringBuilder();
        string.parts().forEach(part -> text.append(part instanceof Value.Chars chars ? chars.text() : "x"));
        return text.toString();
    }

    /** The block that a name refers to. */
    public <K> Optional<Fact<Block<K>>> reference(Value.Name name, Kind<K> kind) {
        return new References(evaluation, this).block(name, kind).map(found -> written(found, name.span()));
    }

    /** A block that stands only here: it has the address of this value and says what the call says. */
    <K> Optional<Fact<Block<K>>> inPlace(Value.Call call, Kind<K> kind) {
        Span word = call.name().span();
        Entry.Assignment entry = new Entry.Assignment(
                Optional.empty(),
                new Word(kind.inPlace().orElseThrow().attribute(), word),
                new Word("=", word),
                call,
                call.span());
        Entry.Statement statement = new Entry.Statement(
                Optional.empty(),
                new Word(kind.name(), word),
                List.of(),
                Optional.empty(),
                Optional.of(new Entry.Body(List.of(entry), call.span())),
                true,
                call.span());
        Optional<String> name = call.arguments().stream()
                .findFirst()
                .filter(Value.Text.class::isInstance)
                .flatMap(text -> Labels.plain((Value.Text) text))
                .map(text -> text.replaceAll("[^a-z0-9-]+", "-"));
        Block<K> made = new Block<>(kind, at, Optional.empty(), statement, evaluation).standingAs(name);
        made.add(entry);
        evaluation.inPlace(made);
        boolean whole = true;
        for (Attribute<?, ?> attribute : kind.byName().values()) {
            whole &= Block.ask(made, attribute).isPresent();
        }
        return whole ? Optional.of(written(made, call.span())) : Optional.empty();
    }

    /** The file that a path means, read now. */
    Optional<Fact<InputFile>> file(Value value, Fact<String> path) {
        if (path.value().contains("\n")) {
            report().add(Diagnostic.of(
                            LanguageCodes.WRONG_TYPE,
                            value.span(),
                            "`" + subject() + "` takes the path of a file, not its text")
                    .help("put the text into a file beside the page, and write its path"));
            return Optional.empty();
        }
        try {
            String text = evaluation.files().text(value.span().source(), path.value());
            return Optional.of(path.map(name -> new InputFile(name, text)));
        } catch (IOException e) {
            Diagnostic said = unread(value, path.value(), e);
            report().add(evaluation
                    .files()
                    .near(value.span().source(), path.value())
                    .map(near -> said.help("did you mean `" + near + "`?"))
                    .orElse(said));
            return Optional.empty();
        }
    }

    private static Diagnostic unread(Value value, String path, IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("directory")) {
            return Diagnostic.of(LanguageCodes.MISSING_FILE, value.span(), "`" + path + "` is a folder")
                    .help("write the path of each file that is meant");
        }
        if (e instanceof Inputs.Unfit) {
            return Diagnostic.of(LanguageCodes.MISSING_FILE, value.span(), "`" + path + "` " + reason)
                    .help("name a file of text");
        }
        if (e instanceof CharacterCodingException) {
            return Diagnostic.of(LanguageCodes.MISSING_FILE, value.span(), "`" + path + "` is no text")
                    .help("it must be UTF-8");
        }
        return Diagnostic.of(LanguageCodes.MISSING_FILE, value.span(), "`" + path + "` cannot be read")
                .help(
                        path.chars().anyMatch(Character::isISOControl)
                                ? "within quotes `\\` begins an escape: write `/` between folders"
                                : path.startsWith("/")
                                        ? "there is no such file on this machine; what a page needs stands beside it"
                                        : "the path is relative to the file that it stands in, and the file is needed here");
    }

    /** Says that a secret stands on the page, without saying it. */
    public <T> Optional<T> typedSecret(Value value, String what) {
        report().add(Diagnostic.of(
                        LanguageCodes.TYPED_SECRET,
                        lineOfSecret(value.span()),
                        "`" + subject() + "` holds " + what + ", and a page never holds a secret")
                .help(
                        what.endsWith("in an address")
                                ? "write the address without `user:password@`; a login goes into a word that takes a secret, where there is one"
                                : "declare `secret NAME { from = env(\"VARIABLE\") }` and write `secret.NAME` where it is needed")
                .help("change this secret now: it has been in a file")
                .concealed());
        return Optional.empty();
    }

    /** Of a text of many lines the one that holds the secret; the whole of another. */
    private static Span lineOfSecret(Span whole) {
        Optional<Credential> typed = whole.text().contains("\n") ? Credential.in(whole.text()) : Optional.empty();
        Source source = whole.source();
        return typed.map(found -> source.written(source.lineAt(whole.start() + found.start())))
                .orElse(whole);
    }

    /** The reading of one entry of this attribute. */
    Reading within(String key) {
        return new Reading(block, at.then(key), evaluation);
    }

    Evaluation evaluation() {
        return evaluation;
    }

    /** What the value is of, in a sentence: the attribute, or the key of a map. */
    String subject() {
        int attribute = block.address().steps().size();
        boolean key = at.steps().size() > attribute + 1 && attribute().orElse(null) instanceof Pairs<?, ?>;
        return at.steps().get(key ? attribute + 1 : attribute);
    }
}
