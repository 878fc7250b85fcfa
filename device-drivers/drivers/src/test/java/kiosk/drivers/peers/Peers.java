package kiosk.drivers.peers;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests that need these tools: left out, or failing where {@code KIOSK_PEERS=required} is set, if one is missing. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(PeersAtHand.class)
public @interface Peers {
    /** What the far end is made of. */
    Tool[] value();
}
