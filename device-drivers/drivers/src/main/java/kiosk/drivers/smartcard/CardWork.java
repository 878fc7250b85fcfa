package kiosk.drivers.smartcard;

import javax.smartcardio.Card;
import javax.smartcardio.CardException;

/** What is done with a card that lies in the reader; on the reader's thread, and within five seconds. */
@FunctionalInterface
interface CardWork<T> {
    T with(Card card) throws CardException, CardRefused, InterruptedException;
}
