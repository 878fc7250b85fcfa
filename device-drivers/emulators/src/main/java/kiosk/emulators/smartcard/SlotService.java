package kiosk.emulators.smartcard;

import java.io.IOException;
import java.time.Duration;

/** Answers one end of the vpcd wire from a slot, until that end is gone. */
final class SlotService {
    private static final Duration A_SECOND = Duration.ofSeconds(1);

    private final CardSlot slot;
    private final VpcdWire wire;
    private ReaderState lastTold = ReaderState.UNPLUGGED;

    SlotService(CardSlot slot, VpcdWire wire) {
        this.slot = slot;
        this.wire = wire;
    }

    void serve() throws IOException {
        try {
            while (true) {
                serve(wire.receive());
            }
        } catch (InterruptedException askedToStop) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(byte[] payload) throws IOException, InterruptedException {
        if (payload.length != 1) {
            wire.send(slot.transmit(payload));
        } else if (payload[0] == VpcdWire.ANSWER_TO_RESET) {
            wire.send(slot.answerToReset());
        } else if (payload[0] == VpcdWire.READER_STATE) {
            wire.send(slot.state().code());
        } else if (payload[0] == VpcdWire.NEXT_READER_STATE) {
            lastTold = slot.awaitOtherThan(lastTold, A_SECOND);
            wire.send(lastTold.code());
        } else {
            slot.reset();
        }
    }
}
