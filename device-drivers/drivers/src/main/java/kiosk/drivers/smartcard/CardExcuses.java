package kiosk.drivers.smartcard;

import java.util.Optional;
import kiosk.device.CardTrouble;
import kiosk.device.Fault;

/** What is answered when nothing could be done with a card. */
interface CardExcuses<T> {
    /** No card came within the patience. */
    T noCard();

    /** A card lies there and cannot be used, or was taken too early. */
    T unusable(CardTrouble trouble);

    /** The reader or its service cannot be used. */
    T broken(Fault fault);

    /** The fault such an answer tells of; empty if the reader was well. */
    Optional<Fault> faultIn(T answer);
}
