package dev.airgapc.testing;

import dev.airgapc.syntax.antlr.AgLexer;
import dev.airgapc.syntax.antlr.AgParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATN;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.ActionTransition;
import org.antlr.v4.runtime.atn.LexerTypeAction;
import org.antlr.v4.runtime.atn.NotSetTransition;
import org.antlr.v4.runtime.atn.RuleStopState;
import org.antlr.v4.runtime.atn.RuleTransition;
import org.antlr.v4.runtime.atn.Transition;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Texts that the grammar allows, chosen at random: a walk through the automata that ANTLR made of {@code grammar/*.g4}, that of the
 * parser for the words and that of the lexer for the letters of each. A new rule is walked without a change here.
 */
public final class Sentences {
    private static final ATN WORDS = AgParser._ATN;
    private static final ATN LETTERS = AgLexer._ATN;
    private static final int[] WAY_OUT_OF_WORDS = waysOut(WORDS);
    private static final int[] WAY_OUT_OF_LETTERS = waysOut(LETTERS);

    /** The rules of the lexer that make a type: its own, and those of other modes that say so. */
    private static final Map<Integer, List<Integer>> RULES = IntStream.range(0, LETTERS.ruleToTokenType.length)
            .boxed()
            .collect(Collectors.groupingBy(Sentences::typeOf));

    /** Letters to choose from, where a rule of the lexer takes several: what somebody types, and what breaks a reader. */
    private static final String ALPHABET = "abcxyzAZ_019-. \t\n\r#\"'\\(){}[]=,+>:;/$<&*!|%@`~?é😀\0\u0085\u2028\uFEFF";

    private final Random random;

    public Sentences(Random random) {
        this.random = random;
    }

    /**
     * A text of a rule of the parser, such as {@link AgParser#RULE_value}.
     *
     * @param size about how many words it may have before it comes to its end
     */
    public String of(int rule, int size) {
        List<Integer> types = new ArrayList<>();
        new Walk(WORDS, WAY_OUT_OF_WORDS, size, label -> types.add(label.get(random.nextInt(label.size()))))
                .through(rule);
        StringBuilder text = new StringBuilder();
        for (int type : types) {
            text.append(word(type));
            boolean within = type == AgLexer.STR_OPEN || type == AgLexer.STR_TEXT || type == AgLexer.STR_HOLE;
            text.append(within || random.nextInt(8) == 0 ? "" : " ");
        }
        return text.toString();
    }

    /** A text of one type of token. */
    private String word(int type) {
        if (type == Token.EOF) {
            return "";
        }
        List<Integer> rules = RULES.getOrDefault(type, List.of());
        StringBuilder letters = new StringBuilder();
        new Walk(LETTERS, WAY_OUT_OF_LETTERS, 1 + random.nextInt(12), label -> letters.appendCodePoint(letter(label)))
                .through(rules.get(random.nextInt(rules.size())));
        return letters.toString();
    }

    private int letter(IntervalSet legal) {
        int[] known = ALPHABET.codePoints().filter(legal::contains).toArray();
        return known.length > 0 ? known[random.nextInt(known.length)] : legal.get(random.nextInt(legal.size()));
    }

    private static int typeOf(int rule) {
        for (ATNState state : LETTERS.states) {
            for (Transition way : state.ruleIndex == rule ? state.getTransitions() : new Transition[0]) {
                if (way instanceof ActionTransition action
                        && LETTERS.lexerActions[action.actionIndex] instanceof LexerTypeAction other) {
                    return other.getType();
                }
            }
        }
        return LETTERS.ruleToTokenType[rule];
    }

    /** One walk through an automaton; what it meets is given to somebody. */
    private final class Walk {
        private final ATN automaton;
        private final int[] waysOut;
        private final Consumer<IntervalSet> meets;
        private int left;

        Walk(ATN automaton, int[] waysOut, int size, Consumer<IntervalSet> meets) {
            this.automaton = automaton;
            this.waysOut = waysOut;
            this.left = size;
            this.meets = meets;
        }

        void through(int rule) {
            ATNState state = automaton.ruleToStartState[rule];
            while (!(state instanceof RuleStopState)) {
                Transition way = choose(state);
                if (way instanceof RuleTransition call) {
                    through(call.target.ruleIndex);
                    state = call.followState;
                } else {
                    if (!way.isEpsilon()) {
                        left--;
                        meets.accept(legal(way));
                    }
                    state = way.target;
                }
            }
        }

        private Transition choose(ATNState state) {
            Transition[] ways = state.getTransitions();
            Transition way = ways[random.nextInt(ways.length)];
            for (Transition other : ways) {
                way = left <= 0 && cost(other, waysOut) < cost(way, waysOut) ? other : way;
            }
            return way;
        }
    }

    private static IntervalSet legal(Transition way) {
        IntervalSet all = IntervalSet.of(0, 0xD7FF);
        return way.label() == null
                ? all
                : way instanceof NotSetTransition ? way.label().complement(all) : way.label();
    }

    /** For each state how many words or letters lead at least to the end of its rule. */
    private static int[] waysOut(ATN automaton) {
        int[] costs = new int[automaton.states.size()];
        Arrays.fill(costs, Integer.MAX_VALUE / 4);
        boolean moved = true;
        while (moved) {
            moved = false;
            for (ATNState state : automaton.states) {
                int cost = state instanceof RuleStopState ? 0 : Integer.MAX_VALUE / 4;
                for (Transition way : state instanceof RuleStopState ? new Transition[0] : state.getTransitions()) {
                    cost = Math.min(cost, cost(way, costs));
                }
                moved |= cost < costs[state.stateNumber];
                costs[state.stateNumber] = cost;
            }
        }
        return costs;
    }

    private static int cost(Transition way, int[] costs) {
        int behind = way instanceof RuleTransition call ? costs[call.followState.stateNumber] : way.isEpsilon() ? 0 : 1;
        return Math.min(Integer.MAX_VALUE / 4, behind + costs[way.target.stateNumber]);
    }
}
