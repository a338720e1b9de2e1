package dev.airgapc.interop;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips, or fails, a test whose programs are not there. */
final class ReadByCondition implements ExecutionCondition, AfterAllCallback {
    private static final boolean ALL = "all".equals(System.getenv("AIRGAPC_REQUIRE_CONSUMERS"));

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        List<String> missing = consumers(context)
                .filter(consumer -> consumer.found().isEmpty())
                .map(Consumer::name)
                .toList();
        if (missing.isEmpty()) {
            return ConditionEvaluationResult.enabled("every consumer is there");
        }
        String reason = String.join(", ", missing) + ": not installed";
        if (ALL) {
            throw new IllegalStateException(reason);
        }
        return ConditionEvaluationResult.disabled(reason);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        List<String> idle = consumers(context)
                .filter(consumer -> !consumer.wasAskedBy(context.getRequiredTestClass()))
                .map(Consumer::name)
                .toList();
        if (ALL && !idle.isEmpty()) {
            throw new IllegalStateException(context.getDisplayName() + " never starts " + String.join(", ", idle));
        }
    }

    private static Stream<Consumer> consumers(ExtensionContext context) {
        return Stream.of(context.getRequiredTestClass()
                        .getAnnotation(ReadBy.class)
                        .value())
                .map(Consumer::of);
    }
}
