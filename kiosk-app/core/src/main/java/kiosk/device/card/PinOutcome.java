package kiosk.device.card;

import java.util.OptionalInt;
import kiosk.device.Fault;

/** What came of asking a card about its PIN, or of changing it. */
public sealed interface PinOutcome {
    /** The card lies there and has a PIN, of which it still takes so many wrong ones; empty if it does not say. */
    record Ready(OptionalInt triesLeft) implements PinOutcome {}

    /** The new PIN holds. */
    record Changed() implements PinOutcome {}

    /** The old PIN was wrong and holds; the tries left are at least one, and empty if the card does not say. */
    record WrongPin(OptionalInt triesLeft) implements PinOutcome {}

    /** Too many wrong PINs: only the province's HSM opens the card again, at the window. */
    record Blocked() implements PinOutcome {}

    /** This card has no PIN, or lets it be changed only elsewhere. */
    record NotSupported() implements PinOutcome {}

    /** No card lies there, or it was taken before anything was changed: the old PIN holds. */
    record NoCard() implements PinOutcome {}

    /** Another card lies there; it was asked nothing. */
    record OtherCard() implements PinOutcome {}

    /** Card or reader went away while the PIN was being changed: the old one holds, or the new one. */
    record Uncertain() implements PinOutcome {}

    /** The reader is broken; the old PIN holds. */
    record Broken(Fault fault) implements PinOutcome {}
}
