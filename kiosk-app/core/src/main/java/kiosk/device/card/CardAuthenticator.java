package kiosk.device.card;

import java.time.Duration;
import kiosk.device.Fault;

/**
 * Whoever holds the province's keys for social-security cards of version 3: a security module (PSAM) in a slot of this terminal, or
 * the province's HSM behind a line. Card and terminal prove themselves to each other through it (LD/T 32-2015: internal, then
 * external authentication with the key RKSSSE); no key ever passes through the kiosk.
 */
public interface CardAuthenticator extends AutoCloseable {
    /** Asks for the card's proof and ours; blocks for {@code patience} at most. Called by one thread at a time. */
    Outcome answer(Question question, Duration patience) throws InterruptedException;

    /** Releases slot or line; twice is harmless. */
    @Override
    void close();

    /**
     * What is asked, field for field what the function layer hands to an HSM (LD/T 6001.5-2023).
     *
     * @param cardId the card identification code, 32 hexadecimal digits; the first six are the issuing area
     * @param historical the historical bytes of the card's answer-to-reset, hexadecimal
     * @param algorithm what the card's environment says of its keys (tag 9F0C, element 86): 1 where it says nothing
     * @param internal what the card is asked to prove itself on
     * @param external what the card asks of us
     */
    record Question(String cardId, String historical, int algorithm, Challenge internal, Challenge external) {
        /** The issuing area by GB/T 2260. */
        public String area() {
            return cardId.substring(0, 6);
        }

        @Override
        public String toString() {
            return "Question[algorithm " + algorithm + "]";
        }
    }

    /** Two random numbers of the card, sixteen hexadecimal digits each. */
    record Challenge(String source, String process) {}

    /** How asking ended. */
    sealed interface Outcome {}

    /**
     * Both proofs.
     *
     * @param internal what a genuine card answers, sixteen hexadecimal digits
     * @param external what this card accepts as ours, 32 hexadecimal digits
     */
    record Answered(String internal, String external) implements Outcome {
        /** A proof of the wrong length is a mistake of the authenticator, never sent to a card. */
        public Answered {
            if (!internal.matches("[0-9A-Fa-f]{16}") || !external.matches("[0-9A-Fa-f]{32}")) {
                throw new IllegalArgumentException("a proof has 8 bytes internally and 16 externally, hexadecimal");
            }
        }

        @Override
        public String toString() {
            return "Answered";
        }
    }

    /** It holds no key for this card: another province's, or another algorithm's. */
    record KeyMissing() implements Outcome {}

    /** It cannot be asked now. */
    record Unavailable(Fault fault) implements Outcome {}
}
