package dev.airgapc.syntax;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.diagnostic.Edit;
import dev.airgapc.diagnostic.Fix;
import dev.airgapc.source.Source;
import dev.airgapc.source.Span;
import dev.airgapc.syntax.antlr.AgLexer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;

/** Versions without quotes, and numbers and references with a sign that theirs do not hold. */
final class BareValues implements Slip.Finder {
    /** A value on its line, without the braces and the comment behind it. */
    private static final Pattern VALUE =
            Pattern.compile("([^\"'\\[(\\n]*?)[ \\t]*(?:\\}[ \\t]*)*(?:#.*)?(?=\\r?\\n|$)");

    /** A word whose value is never repeated. */
    static final Pattern SECRET = Pattern.compile("(?i)(?:password|passwd|secret|token|key|credentials?|login|auth)$");

    private static final Pattern VERSION =
            Pattern.compile("(?:v(?=[0-9]+\\.)|(?=[0-9]+\\.[0-9]+\\.))([0-9]+(?:\\.[0-9]+)+(?:[-+][A-Za-z0-9.]+)?)");
    private static final Pattern REFERENCE = Pattern.compile("([a-z][a-z-]*)[ ]?[/: ][ ]?([A-Za-z_][A-Za-z0-9_-]*)");
    private static final Pattern DOLLAR = Pattern.compile("\\$([a-z][a-z-]*(?:\\.[A-Za-z_][A-Za-z0-9_-]*)+)");
    private static final Pattern APART = Pattern.compile("([0-9]+)[ ]+([KMGT]i?|k|m)B?");
    private static final Pattern FRACTION = Pattern.compile("([0-9]+\\.[0-9]+)([KMGT])(i?)B?");
    private static final Pattern SEPARATED = Pattern.compile("[0-9]{1,3}(?:[_'][0-9]{3})+");

    @Override
    public List<Slip> find(Source source, List<Token> tokens) {
        List<Token> seen = tokens.stream().filter(Tokens::visible).toList();
        List<Slip> found = new ArrayList<>();
        for (int index = 1; index < seen.size() - 1; index++) {
            Token word = seen.get(index - 1);
            boolean assigns = word.getType() == AgLexer.IDENT
                    && seen.get(index).getType() == AgLexer.ASSIGN
                    && Tokens.span(source, seen.get(index)).text().equals("=");
            if (assigns && !SECRET.matcher(word.getText()).find()) {
                value(source, seen.get(index + 1)).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Slip> value(Source source, Token first) {
        Matcher line = VALUE.matcher(source.text());
        if (Tokens.endsLine(first)
                || first.getStartIndex() >= source.text().length()
                || !line.region(first.getStartIndex(), source.text().length()).lookingAt()
                || line.group(1).isEmpty()) {
            return Optional.empty();
        }
        Span at = source.span(line.start(1), line.end(1));
        String text = at.text();
        Matcher version = VERSION.matcher(text);
        if (version.matches()) {
            return Optional.of(instead(at, "a version stands in quotes", "\"" + version.group(1) + "\""));
        }
        Optional<Slip> number = number(at, text);
        return number.isPresent() ? number : reference(at, text);
    }

    private static Optional<Slip> number(Span at, String text) {
        Matcher apart = APART.matcher(text);
        if (apart.matches()) {
            return Optional.of(
                    instead(at, "a unit stands directly behind its number", apart.group(1) + apart.group(2)));
        }
        if (SEPARATED.matcher(text).matches()) {
            return Optional.of(instead(at, "a number holds digits alone", text.replaceAll("[_']", "")));
        }
        Matcher fraction = FRACTION.matcher(text);
        return fraction.matches()
                ? whole(fraction).map(whole -> instead(at, "numbers are whole", whole))
                : Optional.empty();
    }

    /** The same amount in the next smaller unit: {@code 1536Mi} of {@code 1.5Gi}. */
    private static Optional<String> whole(Matcher fraction) {
        String smaller = " KMGT";
        char unit = smaller.charAt(smaller.indexOf(fraction.group(2)) - 1);
        boolean binary = !fraction.group(3).isEmpty();
        if (unit == ' ') {
            return Optional.empty();
        }
        BigDecimal amount = new BigDecimal(fraction.group(1)).multiply(BigDecimal.valueOf(binary ? 1024 : 1000));
        BigInteger rounded = amount.toBigInteger();
        String letter = unit == 'K' && !binary ? "k" : String.valueOf(unit);
        return amount.compareTo(new BigDecimal(rounded)) == 0
                ? Optional.of(rounded + letter + fraction.group(3))
                : Optional.empty();
    }

    /** A reference with another sign than a dot, to a block that the page declares. */
    private static Optional<Slip> reference(Span at, String text) {
        Matcher dollar = DOLLAR.matcher(text);
        if (dollar.matches()) {
            return Optional.of(instead(at, "a reference stands without `$`", dollar.group(1)));
        }
        Matcher other = REFERENCE.matcher(text);
        if (!other.matches()) {
            return Optional.empty();
        }
        Pattern heading = Pattern.compile("(?m)^" + other.group(1) + " +" + other.group(2) + "\\b");
        return heading.matcher(at.source().text()).find()
                ? Optional.of(
                        instead(at, "the parts of an address are joined by `.`", other.group(1) + "." + other.group(2)))
                : Optional.empty();
    }

    private static Slip instead(Span at, String message, String text) {
        Edit edit = new Edit(at, text);
        String help = "write `" + text + "`";
        return Slip.of(
                Diagnostic.of(SyntaxCodes.UNEXPECTED_TEXT, at, message)
                        .help(help)
                        .fix(new Fix(help, List.of(edit), true)),
                edit);
    }
}
