package kiosk.drivers.idcard;

import java.util.HexFormat;
import java.util.Optional;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;

/** What the security module answered: three status bytes, of which the last one counts, and data that may be a person's. */
record SdtAnswer(byte[] status, byte[] data) {
    private static final int OK = 0x90;
    private static final int FOUND = 0x9F;
    private static final int NO_CARD = 0x80;
    private static final int UNRECOGNISED_ERROR = 0x24;
    private static final int NOT_ON_THE_CARD = 0x91;
    private static final int MOST_OF_A_SELECTION = 8;

    private int last() {
        return status[2] & 0xFF;
    }

    boolean isOk() {
        return last() == OK;
    }

    boolean isFound() {
        return last() == FOUND;
    }

    boolean isNoCard() {
        return last() == NO_CARD;
    }

    boolean isNotOnTheCard() {
        return last() == NOT_ON_THE_CARD;
    }

    boolean asksForReset() {
        return last() == UNRECOGNISED_ERROR;
    }

    /** Whether this may be the answer to that command: each success looks different, and a failure carries no data. */
    boolean fits(int command) {
        if (!isOk() && !isFound()) {
            return data.length == 0;
        }
        return switch (command) {
            case SdtLink.STATUS, SdtLink.RESET -> isOk() && data.length == 0;
            case SdtLink.IDENTITY -> isOk() && data.length == SdtLink.IDENTITY_SIZE;
            case SdtReading.FIND -> isFound();
            case SdtReading.SELECT -> isOk() && data.length <= MOST_OF_A_SELECTION;
            case SdtReading.READ -> isOk() && data.length > IdCardText.SIZE;
            case SdtReading.NEW_ADDRESS ->
                isOk() && data.length >= IdCardText.NEW_ADDRESS_SIZE && data.length <= 4 * IdCardText.NEW_ADDRESS_SIZE;
            default -> true;
        };
    }

    /** Whether the module says that our request was damaged on its way: checksum or length. */
    boolean asksToResend() {
        return last() == 0x10 || last() == 0x11;
    }

    /** Whether the card was probably moved, so that another attempt may succeed while it lies still. */
    boolean isWorthAnotherAttempt() {
        return last() == 0x41 || last() == 0x47 || last() == 0x81 || asksForReset();
    }

    /** What is the matter with the card; empty if the matter is not the card. */
    Optional<CardTrouble> trouble() {
        return switch (last()) {
            case NO_CARD, 0x31, 0x41, 0x47, 0x81 -> Optional.of(CardTrouble.LAY_AGAIN);
            case 0x32, 0x33 -> Optional.of(CardTrouble.NOT_GENUINE);
            case 0x40 -> Optional.of(CardTrouble.WRONG_CARD);
            case NOT_ON_THE_CARD -> Optional.of(CardTrouble.DAMAGED);
            default -> Optional.empty();
        };
    }

    /** What is the matter with the reader, for an answer that is neither success nor a card's trouble. */
    Fault fault() {
        Fault.Cause cause = switch (last()) {
            case 0x23, 0x66 -> Fault.Cause.NOT_AUTHORISED;
            case UNRECOGNISED_ERROR, 0x60 -> Fault.Cause.HARDWARE;
            default -> Fault.Cause.GARBLED;
        };
        return new Fault(
                cause, "SW " + HexFormat.ofDelimiter(" ").withUpperCase().formatHex(status));
    }

    @Override
    public String toString() {
        return "SdtAnswer[" + HexFormat.of().formatHex(status) + ", " + data.length + " bytes]";
    }
}
