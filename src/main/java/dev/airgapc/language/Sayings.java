package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.fact.Address;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who says what of each address. A file takes the place of those below it; two that stand beside each other must not contradict each
 * other, unless one above both says what counts; within one file nothing takes the place of anything.
 */
final class Sayings {
    private final Map<Address, List<Saying>> live = new LinkedHashMap<>();

    /** What counts from now on. */
    void add(Address address, Saying saying) {
        if (saying.act() == Saying.Act.REMOVES) {
            List<String> steps = address.steps();
            live.forEach((other, sayings) -> {
                List<String> inner = other.steps();
                if (inner.size() >= steps.size()
                        && inner.subList(0, steps.size()).equals(steps)) {
                    settle(sayings, saying);
                }
            });
        }
        List<Saying> sayings = live.computeIfAbsent(address, at -> new ArrayList<>(1));
        settle(sayings, saying);
        sayings.add(saying);
    }

    private static void settle(List<Saying> sayings, Saying saying) {
        sayings.removeIf(before -> (saying.by().isAbove(before.by()) || saying.isOfSameFile(before))
                && (saying.replaces() || before.act() == Saying.Act.REMOVES));
    }

    /** What the same file says of an address already, and what this would undo. */
    Optional<Saying> twin(Address address, Saying saying) {
        return at(address).stream()
                .filter(before ->
                        before.isOfSameFile(saying) && before.act() != Saying.Act.REMOVES && saying.replaces())
                .findFirst();
    }

    /** Whether a file beside this one took it away, or files below disagree whether it is there: then it may be gone. */
    boolean isGone(Address address, Saying saying) {
        List<Saying> sayings = at(address);
        if (sayings.isEmpty() || sayings.get(sayings.size() - 1).act() != Saying.Act.REMOVES) {
            return false;
        }
        return sayings.get(sayings.size() - 1).isBeside(saying) || disputed(sayings);
    }

    /** Whether a file beside this one says of an address what this would contradict. */
    boolean isDisputedBy(Address address, Saying saying) {
        return at(address).stream().anyMatch(saying::contradicts);
    }

    /** Which items a file beside this one adds or takes away too: what two say alike counts once. */
    List<Json> saidBeside(Address address, Saying saying) {
        return at(address).stream()
                .filter(before -> before.act() == saying.act() && before.isBeside(saying))
                .flatMap(before -> before.meaning().stream())
                .toList();
    }

    private List<Saying> at(Address address) {
        return live.getOrDefault(address, List.of());
    }

    private static boolean disputed(List<Saying> sayings) {
        return sayings.stream().anyMatch(one -> sayings.stream().anyMatch(one::contradicts));
    }

    /** Every contradiction that no file settles, each address once. */
    List<Diagnostic> contradictions(List<Layer> layers) {
        List<Diagnostic> found = new ArrayList<>();
        live.forEach((address, sayings) -> {
            for (int later = 1; later < sayings.size(); later++) {
                Saying saying = sayings.get(later);
                List<Saying> others =
                        sayings.stream().filter(saying::contradicts).toList();
                if (sayings.subList(0, later).stream().anyMatch(saying::contradicts)) {
                    found.add(contradiction(address, saying, others, layers));
                    return;
                }
            }
        });
        return found;
    }

    private static Diagnostic contradiction(Address address, Saying saying, List<Saying> others, List<Layer> layers) {
        Saying other = others.get(0);
        boolean values = saying.act() == Saying.Act.SETS && other.act() == Saying.Act.SETS;
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.CONFLICTING_PARTS,
                saying.at(),
                values
                        ? "two parts set `" + address + "` to different values"
                        : "two parts contradict each other: one " + words(other.act()) + " `" + address + "`, one "
                                + words(saying.act()) + " it");
        for (Saying beside : others) {
            diagnostic = diagnostic.related(beside.at(), "the other part " + words(beside.act()) + " it here");
        }
        String file = layers.stream()
                .filter(layer -> layer.isAbove(saying.by()) && layer.isAbove(other.by()))
                .findFirst()
                .map(layer -> layer.source().name())
                .orElseThrow();
        String what = saying.act() == Saying.Act.OPENS || other.act() == Saying.Act.OPENS
                ? "say which counts by `amend` or `remove` in `"
                : "set it in `";
        return diagnostic.help(what + file + "`, which is above both");
    }

    private static String words(Saying.Act act) {
        return switch (act) {
            case OPENS -> "amends";
            case SETS -> "sets";
            case ADDS -> "adds to";
            case TAKES -> "takes from";
            case REMOVES -> "removes";
        };
    }

    /** What to say of an entry that would undo another one of the same file. */
    static Diagnostic undone(Span at, String message, Saying before) {
        return Diagnostic.of(LanguageCodes.DECLARED_TWICE, at, message)
                .related(before.at(), "here first")
                .help("remove one of them");
    }
}
