package kiosk.drivers.smartcard;

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
}
