package kiosk.emulators.smartcard;

import java.io.IOException;

/** Answers one end of the vpcd wire from a slot, until that end is gone. */
final class SlotService {
    private final CardSlot slot;
    private final VpcdWire wire;

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
        } else {
            slot.reset();
        }
    }
}
