package kiosk.device;

import java.time.Duration;
import java.util.Optional;
import kiosk.identity.CardImprint;
import kiosk.identity.IdCard;

/** Reads resident identity cards and the two permits that share their chip. */
public interface IdCardReader extends Device {
    /**
     * Waits for a card and reads it; blocks for {@code patience} at most (a read that has begun may take three seconds more),
     * and interrupting ends the wait early.
     */
    Outcome read(Duration patience) throws InterruptedException;

    /** Whether the card read last still lies on the reader; blocks for two seconds at most. */
    Presence presence() throws InterruptedException;

    /** How long the last card took from being found to the outcome; zero where the driver does not say. Does not block. */
    default Duration lastTook() {
        return Duration.ZERO;
    }

    /** How a read ended. */
    sealed interface Outcome {}

    /**
     * A card was read whole.
     *
     * @param imprint of all that the chip said; empty where the driver makes none
     */
    record Read(IdCard card, Optional<CardImprint> imprint) implements Outcome {
        /** A card whose driver makes no imprint. */
        public Read(IdCard card) {
            this(card, Optional.empty());
        }
    }

    /** A card lies there but cannot be read; the remedy tells the citizen what to do. */
    record Unreadable(CardTrouble trouble) implements Outcome {}

    /** No card came within the patience. */
    record NoCard() implements Outcome {}

    /** The reader is broken. */
    record Broken(Fault fault) implements Outcome {}
}
