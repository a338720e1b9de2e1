package dev.airgapc.language;

import dev.airgapc.diagnostic.Diagnostic;
import dev.airgapc.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What one line of a layer breaks in many places: it is said once, at that line, and the places are labelled. */
final class Blame {
    /** So many places are labelled. */
    private static final int SHOWN = 5;

    private record Choice(Block<?> added, Kind<?> kind, String attribute) {}

    private final Map<Removal, Map<Span, String>> orphans = new LinkedHashMap<>();
    private final Map<Removal, Set<Block<?>>> quiet = new LinkedHashMap<>();
    private final Map<Choice, Set<Block<?>>> undecided = new LinkedHashMap<>();

    /** Something refers to a block that was removed. */
    void orphan(Removal removal, Span at, String words) {
        orphans.computeIfAbsent(removal, key -> new LinkedHashMap<>()).putIfAbsent(at, words);
    }

    /** A block is without one that was removed; that is no mistake, unless others miss it too. */
    void without(Removal removal, Block<?> user) {
        quiet.computeIfAbsent(removal, key -> new LinkedHashSet<>()).add(user);
    }

    /** The blocks that are without something that others miss. */
    Set<Block<?>> bereft() {
        Set<Block<?>> bereft = new LinkedHashSet<>();
        quiet.forEach((removal, users) -> {
            if (orphans.containsKey(removal)) {
                bereft.addAll(users);
            }
        });
        return bereft;
    }

    /** A block of a layer below used the only one of a kind, and now there are several. */
    void undecided(Block<?> added, String attribute, Block<?> user) {
        undecided
                .computeIfAbsent(new Choice(added, added.kind(), attribute), key -> new LinkedHashSet<>())
                .add(user);
    }

    /** One diagnostic for each line that is to blame. */
    List<Diagnostic> all(Evaluation evaluation) {
        List<Diagnostic> all = new ArrayList<>();
        orphans.forEach((removal, users) -> all.add(orphaned(removal, users)));
        undecided.forEach((choice, users) -> all.add(ambiguous(choice, users, evaluation)));
        return all;
    }

    private static Diagnostic orphaned(Removal removal, Map<Span, String> users) {
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.UNKNOWN_REFERENCE,
                removal.at(),
                removal.block().words() + " is removed here and still used" + times(users.size()));
        for (Map.Entry<Span, String> user :
                users.entrySet().stream().limit(SHOWN).toList()) {
            diagnostic = diagnostic.related(user.getKey(), user.getValue());
        }
        return diagnostic.help("amend or remove what uses it, or leave this line out");
    }

    private static String times(int users) {
        return users == 1 ? "" : ", " + users + " times";
    }

    private static Diagnostic ambiguous(Choice choice, Set<Block<?>> users, Evaluation evaluation) {
        Block<?> added = choice.added();
        String kind = choice.kind().name();
        Diagnostic diagnostic = Diagnostic.of(
                LanguageCodes.AMBIGUOUS_REFERENCE,
                added.heading(),
                users.size() == 1
                        ? "with this, " + users.iterator().next().words() + " no longer says which " + kind + " it uses"
                        : "with this, " + users.size() + " blocks no longer say which " + kind + " they use");
        Block<?> before = evaluation.all(choice.kind()).get(0);
        List<Block<?>> shown = users.stream().limit(SHOWN).toList();
        for (Block<?> user : shown) {
            diagnostic = diagnostic.related(user.heading(), "uses the only " + kind);
        }
        for (Block<?> user : shown) {
            diagnostic = diagnostic.help("write `" + user.amended(choice.attribute() + " = " + before.address()) + "`");
        }
        return diagnostic;
    }
}
