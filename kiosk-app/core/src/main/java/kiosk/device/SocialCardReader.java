package kiosk.device;

import java.time.Duration;
import java.util.Optional;
import kiosk.device.card.CardProof;
import kiosk.device.card.PinOutcome;
import kiosk.identity.CardImprint;
import kiosk.identity.Pin;
import kiosk.identity.SocialCard;

/** Reads social-security cards. */
public interface SocialCardReader extends Device {
    /** Waits for a card and reads it; blocks for {@code patience} at most (a read that has begun may take five seconds more), and interrupting ends the wait early. */
    Outcome read(Duration patience) throws InterruptedException;

    /**
     * Waits for a technician's card in the slot and has it sign a SHA-256 hash; blocks for {@code patience} at most (a card that is
     * there may take five seconds more), and interrupting ends the wait early.
     */
    default CardProof prove(byte[] hash, Duration patience) throws InterruptedException {
        return new CardProof.Unfit();
    }

    /** Whether a card is in the reader; blocks for two seconds at most. */
    Presence presence() throws InterruptedException;

    /** How long the last card took from being found to the outcome; zero where the driver does not say. Does not block. */
    default Duration lastTook() {
        return Duration.ZERO;
    }

    /**
     * Asks the card with this id how many wrong PINs it still takes, which costs none; blocks like {@link #read}.
     *
     * @return anything but {@link PinOutcome.Changed}, {@link PinOutcome.WrongPin} and {@link PinOutcome.Uncertain}
     */
    PinOutcome pinTries(String cardId, Duration patience) throws InterruptedException;

    /**
     * Changes the PIN of the card with this id; blocks like {@link #read}. The card is not asked twice: a wrong PIN costs one try.
     * Neither PIN is kept or wiped here.
     */
    PinOutcome changePin(String cardId, Pin old, Pin fresh, Duration patience) throws InterruptedException;

    /** How a read ended. */
    sealed interface Outcome {}

    /**
     * A card was read whole, its holder included.
     *
     * @param imprint of all that the chip said; empty where the driver makes none
     */
    record Read(SocialCard card, Optional<CardImprint> imprint) implements Outcome {
        /** A card whose driver makes no imprint. */
        public Read(SocialCard card) {
            this(card, Optional.empty());
        }
    }

    /** A card is there but cannot be used. */
    record Unreadable(CardTrouble trouble) implements Outcome {}

    /** No card came within the patience. */
    record NoCard() implements Outcome {}

    /** The reader is broken. */
    record Broken(Fault fault) implements Outcome {}
}
