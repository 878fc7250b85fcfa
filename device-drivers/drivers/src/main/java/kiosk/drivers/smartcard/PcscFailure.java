package kiosk.drivers.smartcard;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.smartcardio.CardException;
import javax.smartcardio.CardNotPresentException;
import kiosk.device.Fault;

/**
 * What a failed PC/SC call means for us, by its return code (PC/SC part 5; pcsc-lite's pcsclite.h). Every provider names the code
 * in its message and none agrees with another on the class of the exception.
 */
record PcscFailure(Meaning meaning, String code) {
    private static final Pattern RETURN_CODE = Pattern.compile("0x(?i:[0f]*?)(8010[0-9a-fA-F]{4})");
    private static final int DEEPEST_CAUSE = 5;

    /** The meanings we tell apart. */
    enum Meaning {
        /** No pcscd, or our context with it is dead. */
        SERVICE_GONE,
        /** The reader is not plugged in. */
        READER_GONE,
        /** The card was taken. */
        CARD_GONE,
        /** The card does not answer its power-on: it lies the wrong way round, or is no chip card. */
        CARD_MUTE,
        /** Another program has the card to itself. */
        HELD_BY_ANOTHER,
        /** Anything else. */
        OTHER
    }

    static PcscFailure of(CardException failure) {
        if (failure instanceof CardNotPresentException) {
            return new PcscFailure(Meaning.CARD_GONE, "CARD_NOT_PRESENT");
        }
        String code = codeIn(failure);
        return new PcscFailure(
                meaningOf(code), code.isEmpty() ? failure.getClass().getSimpleName() : code);
    }

    private static String codeIn(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            Matcher code = RETURN_CODE.matcher(String.valueOf(cause.getMessage()));
            if (code.find()) {
                return "0x" + code.group(1).toUpperCase(Locale.ROOT);
            }
            cause = cause.getCause();
        }
        return "";
    }

    private static Meaning meaningOf(String code) {
        return switch (code) {
            case "0x8010001D", // SCARD_E_NO_SERVICE
                    "0x8010001E", // SCARD_E_SERVICE_STOPPED
                    "0x80100013", // SCARD_F_COMM_ERROR
                    "0x80100003", // SCARD_E_INVALID_HANDLE
                    "0x8010006A" // SCARD_W_SECURITY_VIOLATION: pcscd refuses more contexts, or us
            -> Meaning.SERVICE_GONE;
            case "0x8010002E", // SCARD_E_NO_READERS_AVAILABLE
                    "0x80100017", // SCARD_E_READER_UNAVAILABLE
                    "0x80100009" // SCARD_E_UNKNOWN_READER
            -> Meaning.READER_GONE;
            case "0x8010000C", // SCARD_E_NO_SMARTCARD
                    "0x80100069", // SCARD_W_REMOVED_CARD
                    "0x80100068", // SCARD_W_RESET_CARD
                    "0x80100067", // SCARD_W_UNPOWERED_CARD
                    "0x80100016" // SCARD_E_NOT_TRANSACTED
            -> Meaning.CARD_GONE;
            case "0x80100066", // SCARD_W_UNRESPONSIVE_CARD
                    "0x80100065", // SCARD_W_UNSUPPORTED_CARD
                    "0x8010000F" // SCARD_E_PROTO_MISMATCH
            -> Meaning.CARD_MUTE;
            case "0x8010000B" // SCARD_E_SHARING_VIOLATION
            -> Meaning.HELD_BY_ANOTHER;
            default -> Meaning.OTHER;
        };
    }

    /** The fault of a reader that failed so. */
    Fault fault() {
        Fault.Cause cause = switch (meaning) {
            case SERVICE_GONE -> Fault.Cause.SERVICE_MISSING;
            case READER_GONE -> Fault.Cause.NOT_CONNECTED;
            case HELD_BY_ANOTHER -> Fault.Cause.BUSY;
            case CARD_GONE, CARD_MUTE, OTHER -> Fault.Cause.GARBLED;
        };
        return new Fault(cause, code);
    }
}
