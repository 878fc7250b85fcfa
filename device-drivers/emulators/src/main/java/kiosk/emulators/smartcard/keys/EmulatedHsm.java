package kiosk.emulators.smartcard.keys;

import java.time.Duration;
import java.util.HexFormat;
import kiosk.device.Fault;
import kiosk.device.card.CardAuthenticator;

/** The province's HSM as a terminal sees it: it holds keys, can be without the right one, and can be out of reach. */
public final class EmulatedHsm implements CardAuthenticator {
    private final CardKeys keys;
    private volatile boolean reachable = true;

    /** An HSM with these keys. */
    public EmulatedHsm(CardKeys keys) {
        this.keys = keys;
    }

    /** The line to it goes down, or is there again. */
    public EmulatedHsm reachable(boolean line) {
        reachable = line;
        return this;
    }

    @Override
    public Outcome answer(Question question, Duration patience) {
        if (!reachable) {
            return new Unavailable(new Fault(Fault.Cause.NO_ANSWER, "HSM"));
        }
        if (question.algorithm() != keys.algorithm()) {
            return new KeyMissing();
        }
        HexFormat hexadecimal = HexFormat.of();
        return new Answered(
                hexadecimal.formatHex(keys.internalProof(question.cardId(), question.internal())),
                hexadecimal.formatHex(keys.externalProof(question.cardId(), question.external())));
    }

    @Override
    public void close() {
        reachable = false;
    }
}
