package kiosk.emulators.smartcard;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CardTerminals;

/** The one emulated reader as a list of readers. */
final class VirtualTerminals extends CardTerminals implements Closeable {
    private static final long BETWEEN_LOOKS = 20_000_000;

    private final VirtualContext context;

    VirtualTerminals(VirtualContext context) {
        this.context = context;
    }

    @Override
    public List<CardTerminal> list(State wanted) throws CardException {
        ReaderState state = context.state();
        boolean listed = switch (wanted) {
            case ALL -> state != ReaderState.UNPLUGGED;
            case CARD_PRESENT, CARD_INSERTION -> state == ReaderState.CARD;
            case CARD_ABSENT, CARD_REMOVAL -> state == ReaderState.EMPTY;
        };
        return listed ? List.of(new VirtualTerminal(context)) : List.of();
    }

    @Override
    public boolean waitForChange(long timeoutMillis) throws CardException {
        ReaderState before = context.state();
        long end = System.nanoTime() + (timeoutMillis == 0 ? Long.MAX_VALUE / 2 : timeoutMillis * 1_000_000);
        while (context.state() == before) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_LOOKS);
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        context.close();
    }
}
