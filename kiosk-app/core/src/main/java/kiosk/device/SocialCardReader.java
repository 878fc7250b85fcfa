package kiosk.device;

import java.time.Duration;
import kiosk.identity.SocialCard;

/** Reads social-security cards. */
public interface SocialCardReader extends Device {
    /** Waits for a card and reads it; blocks for {@code patience} at most (a read that has begun may take five seconds more), and interrupting ends the wait early. */
    Outcome read(Duration patience) throws InterruptedException;

    /** Whether a card is in the reader; blocks for two seconds at most. */
    Presence presence() throws InterruptedException;

    /** How long the last card took from being found to the outcome; zero where the driver does not say. Does not block. */
    default Duration lastTook() {
        return Duration.ZERO;
    }

    /** How a read ended. */
    sealed interface Outcome {}

    /** A card was read whole, its holder included. */
    record Read(SocialCard card) implements Outcome {}

    /** A card is there but cannot be used. */
    record Unreadable(CardTrouble trouble) implements Outcome {}

    /** No card came within the patience. */
    record NoCard() implements Outcome {}

    /** The reader is broken. */
    record Broken(Fault fault) implements Outcome {}
}
