package kiosk.drivers.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A contract's tests on one driver and one far end. They are counted in {@code target/contracts.json}. Where a tool is missing they
 * are skipped and the line that installs it is said; where {@code KIOSK_PEERS=required} is set, they fail.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ContractTally.class)
public @interface Contract {
    /** The driver's name in {@code kiosk.yaml}. */
    String driver();

    /** What the driver talks to: {@code emulator}, or the peer's name. */
    String farEnd();

    /** What the far end is made of. */
    Tool[] needs() default {};
}
