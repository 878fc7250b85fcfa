package kiosk.drivers.peers;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.TestWatcher;

/** Runs, skips and counts the tests of a {@link Contract}; only those that the contract itself declares are counted. */
final class ContractTally implements ExecutionCondition, TestWatcher, AfterAllCallback {
    private static final Namespace HERE = Namespace.create(ContractTally.class);
    private static final String CONTRACTS = "kiosk.contracts";

    /** How the tests of one class ended. */
    private static final class Count {
        private final AtomicInteger run = new AtomicInteger();
        private final AtomicInteger failed = new AtomicInteger();
        private final AtomicInteger skipped = new AtomicInteger();
    }

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        if (context.getTestMethod().isPresent()) {
            return ConditionEvaluationResult.enabled("its class runs");
        }
        Optional<String> install = PeersAtHand.missing(contractOf(context).needs());
        if (install.isEmpty()) {
            return ConditionEvaluationResult.enabled("its far end is at hand");
        }
        ContractTable.note(
                contractOf(context), context.getRequiredTestClass(), new ContractTable.Row(0, 0, 0, install.get()));
        return ConditionEvaluationResult.disabled(install.get());
    }

    private static Contract contractOf(ExtensionContext context) {
        return context.getRequiredTestClass().getAnnotation(Contract.class);
    }

    private static Optional<Count> countOf(ExtensionContext context) {
        boolean counts = context.getRequiredTestMethod()
                .getDeclaringClass()
                .getPackageName()
                .equals(CONTRACTS);
        return counts ? Optional.of(countOf(context.getRequiredTestClass(), context)) : Optional.empty();
    }

    private static Count countOf(Class<?> tests, ExtensionContext context) {
        return context.getRoot().getStore(HERE).computeIfAbsent(tests, key -> new Count(), Count.class);
    }

    @Override
    public void testSuccessful(ExtensionContext context) {
        countOf(context).ifPresent(count -> count.run.incrementAndGet());
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        countOf(context).ifPresent(count -> count.failed.incrementAndGet());
    }

    @Override
    public void testAborted(ExtensionContext context, Throwable cause) {
        countOf(context).ifPresent(count -> count.skipped.incrementAndGet());
    }

    @Override
    public void testDisabled(ExtensionContext context, Optional<String> reason) {
        countOf(context).ifPresent(count -> count.skipped.incrementAndGet());
    }

    @Override
    public void afterAll(ExtensionContext context) {
        Class<?> tests = context.getRequiredTestClass();
        Count count = countOf(tests, context);
        ContractTable.note(
                contractOf(context),
                tests,
                new ContractTable.Row(count.run.get(), count.failed.get(), count.skipped.get(), ""));
    }
}
