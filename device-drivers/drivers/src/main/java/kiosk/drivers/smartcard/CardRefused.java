package kiosk.drivers.smartcard;

import kiosk.device.CardTrouble;

/** Ends the reading of a card that cannot be used; it says what the citizen is to do, and nothing of the card. */
final class CardRefused extends Exception {
    private static final long serialVersionUID = 1L;

    private final CardTrouble trouble;

    CardRefused(CardTrouble trouble) {
        super(trouble.name(), null, false, false);
        this.trouble = trouble;
    }

    CardTrouble trouble() {
        return trouble;
    }
}
