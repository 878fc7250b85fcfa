package kiosk.device.card;

import kiosk.device.Fault;

/** What came of asking a card to sign a challenge with a key that never leaves it. */
public sealed interface CardProof {
    /**
     * The card signed.
     *
     * @param signature ECDSA over P-256, as the DER sequence of ANSI X9.62
     */
    record Signed(byte[] signature) implements CardProof {
        @Override
        public String toString() {
            return "Signed[" + signature.length + " bytes]";
        }
    }

    /** No card came within the patience. */
    record NoCard() implements CardProof {}

    /** A card is there that has no such key, or the reader knows no such cards. */
    record Unfit() implements CardProof {}

    /** The reader is broken. */
    record Broken(Fault fault) implements CardProof {}
}
