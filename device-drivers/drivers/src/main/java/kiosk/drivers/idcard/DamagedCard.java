package kiosk.drivers.idcard;

/** A card's text is not what the standard allows; says nothing of what it is. */
final class DamagedCard extends Exception {
    private static final long serialVersionUID = 1L;

    DamagedCard() {
        super("damaged card text");
    }
}
