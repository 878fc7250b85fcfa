package kiosk.emulators.smartcard;

import java.util.concurrent.locks.LockSupport;
import javax.smartcardio.Card;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;

/** The emulated reader as {@code javax.smartcardio} sees it. */
final class VirtualTerminal extends CardTerminal {
    private static final long BETWEEN_LOOKS = 20_000_000;

    private final VirtualContext context;

    VirtualTerminal(VirtualContext context) {
        this.context = context;
    }

    @Override
    public String getName() {
        return "OneStop Virtual Reader 00 00";
    }

    @Override
    public Card connect(String protocol) throws CardException {
        if (!isCardPresent()) {
            throw VirtualContext.failure("SCardConnect", "0x8010000c (SCARD_E_NO_SMARTCARD)");
        }
        byte[] answerToReset = context.powerOn();
        if (answerToReset.length == 0) {
            throw VirtualContext.failure("SCardConnect", "0x80100066 (SCARD_W_UNRESPONSIVE_CARD)");
        }
        return new VirtualCard(context, answerToReset);
    }

    @Override
    public boolean isCardPresent() throws CardException {
        return switch (context.state()) {
            case CARD -> true;
            case EMPTY -> false;
            case UNPLUGGED ->
                throw VirtualContext.failure("SCardGetStatusChange", "0x80100017 (SCARD_E_READER_UNAVAILABLE)");
        };
    }

    @Override
    public boolean waitForCardPresent(long timeoutMillis) throws CardException {
        return waitFor(true, timeoutMillis);
    }

    @Override
    public boolean waitForCardAbsent(long timeoutMillis) throws CardException {
        return waitFor(false, timeoutMillis);
    }

    private boolean waitFor(boolean present, long timeoutMillis) throws CardException {
        long end = System.nanoTime() + (timeoutMillis == 0 ? Long.MAX_VALUE / 2 : timeoutMillis * 1_000_000);
        while (isCardPresent() != present) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return true;
    }
}
