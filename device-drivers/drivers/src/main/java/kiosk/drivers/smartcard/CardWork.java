package kiosk.drivers.smartcard;

import javax.smartcardio.Card;
import javax.smartcardio.CardException;

/** What is done with a card that lies in the reader; on the reader's thread, and within five seconds. */
@FunctionalInterface
interface CardWork<T> {
    T with(Card card) throws CardException, CardRefused, InterruptedException;

    /** Whether it may unlock the card: then the card is reset when it is left, so that nobody after us finds it open. */
    default boolean unlocks() {
        return false;
    }

    /** Work that may unlock the card. */
    static <T> CardWork<T> unlocking(CardWork<T> work) {
        return new CardWork<>() {
            @Override
            public T with(Card card) throws CardException, CardRefused, InterruptedException {
                return work.with(card);
            }

            @Override
            public boolean unlocks() {
                return true;
            }
        };
    }
}
