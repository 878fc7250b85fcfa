package platform.store;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Tests on a real PostgreSQL: left out, or failing where {@code KIOSK_PEERS=required} is set, if it is not installed. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsPostgres.AtHand.class)
public @interface NeedsPostgres {
    /** Says how to install what is missing. */
    final class AtHand implements ExecutionCondition {
        private static final String INSTALL = "apt-get install -y --no-install-recommends postgresql";

        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (Postgres.programs().isPresent()) {
                return ConditionEvaluationResult.enabled("PostgreSQL is at hand");
            }
            String asked =
                    Optional.ofNullable(System.getenv("KIOSK_PEERS")).orElse(System.getProperty("kiosk.peers", ""));
            if (asked.equals("required")) {
                throw new IllegalStateException("a far end that must run is missing: " + INSTALL);
            }
            return ConditionEvaluationResult.disabled(INSTALL);
        }
    }
}
