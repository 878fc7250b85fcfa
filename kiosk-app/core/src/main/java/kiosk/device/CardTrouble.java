package kiosk.device;

/** Why a card that lies on a reader could not be used; each is a sentence on the screen. */
public enum CardTrouble {
    /** Moved or lifted too early: lay it again and hold still. */
    LAY_AGAIN,
    /** Not a card this reader knows: use another card. */
    WRONG_CARD,
    /** The chip failed its authentication: go to the window. */
    NOT_GENUINE,
    /** The chip's content is damaged or impossible (a birth date that does not exist): go to the window. */
    DAMAGED,
    /** The holder's data is protected and this terminal has no key: use the identity card instead. */
    HOLDER_PROTECTED
}
