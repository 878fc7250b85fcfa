package kiosk.drivers.peers;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Leaves out what needs a tool that is not installed, and says how to install it. */
public final class PeersAtHand implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        Tool[] needed =
                context.getRequiredTestClass().getAnnotation(Peers.class).value();
        return missing(needed)
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("its far end is at hand"));
    }

    /** Whether all of them are there; fails if they must be and one is not. */
    public static boolean areThere(Tool... needed) {
        return missing(needed).isEmpty();
    }

    /** The line that installs what is missing; fails if it must not be missing. */
    static Optional<String> missing(Tool... needed) {
        List<Tool> missing =
                Arrays.stream(needed).filter(tool -> !tool.isThere()).toList();
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        String install = "apt-get install -y --no-install-recommends "
                + missing.stream().map(Tool::packages).distinct().collect(Collectors.joining(" "));
        if (required()) {
            throw new IllegalStateException("a far end that must run is missing: " + install);
        }
        return Optional.of(install);
    }

    /** Whether what this machine can do must be done. */
    public static boolean required() {
        String asked = Optional.ofNullable(System.getenv("KIOSK_PEERS")).orElse(System.getProperty("kiosk.peers", ""));
        return asked.equals("required");
    }
}
