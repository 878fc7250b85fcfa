package kiosk.contracts;

import kiosk.device.IdCardReader;
import kiosk.identity.IdCard;

/** An identity-card reader and the hands that turn its far end. */
public interface IdCardBench extends AutoCloseable {
    /** The reader under test; the same at each call. */
    IdCardReader reader();

    /** Lays a card with this content on the reader. */
    void lay(IdCard card);

    /** Lays the card, and an address has been written on it later. */
    void layMoved(IdCard card, String newAddress);

    /** Lays a card that the reader knows, but whose chip is not genuine. */
    void layForged(IdCard card);

    /** Lays a card of another kind. */
    void layCardOfAnotherKind();

    /** Lifts the card. */
    void lift();

    /** Lets the next reading of a card break off, as if the card had been moved; it lies there all the time. */
    void disturbNextReading();

    /** Damages so many answers of the reader on their way, from now on. */
    void damageAnswers(int count);

    /** Lets the reader answer nothing, or answer again. */
    void silence(boolean silent);

    /** Pulls the reader's cable. */
    void unplug();

    /** Plugs the reader in. */
    void plug();

    @Override
    void close();
}
