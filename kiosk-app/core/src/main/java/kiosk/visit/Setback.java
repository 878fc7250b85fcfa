package kiosk.visit;

import kiosk.device.CardTrouble;

/** Why a citizen is not known yet; each is a sentence that says what to do. */
public enum Setback {
    /** Lay the card again and hold still. */
    LAY_AGAIN,
    /** Use another card. */
    WRONG_CARD,
    /** Go to the window: the chip failed its authentication. */
    NOT_GENUINE,
    /** Go to the window: the chip is damaged. */
    DAMAGED,
    /** Use the identity card: this card's holder is protected. */
    HOLDER_PROTECTED,
    /** Show another code: this one is none of ours. */
    CODE_UNUSABLE,
    /** Make a new code on the phone. */
    CODE_EXPIRED,
    /** Use a card: codes need the line, and it is down. */
    CODE_NEEDS_LINE,
    /** Go to the window: the platform does not know the person. */
    PERSON_UNKNOWN;

    /** The setback of a card's trouble. */
    public static Setback of(CardTrouble trouble) {
        return switch (trouble) {
            case LAY_AGAIN -> LAY_AGAIN;
            case WRONG_CARD -> WRONG_CARD;
            case NOT_GENUINE -> NOT_GENUINE;
            case DAMAGED -> DAMAGED;
            case HOLDER_PROTECTED -> HOLDER_PROTECTED;
        };
    }
}
