package kiosk.contracts;

import kiosk.device.SocialCardReader;
import kiosk.identity.SocialCard;

/** A reader and the hands that turn its far end. */
public interface SocialCardBench extends AutoCloseable {
    /** The reader under test; the same at each call. */
    SocialCardReader reader();

    /** Puts in a readable card with this content; version 3 protects its holder. */
    void insert(SocialCard card);

    /** Puts in a chip card that is no social-security card. */
    void insertCardOfAnotherKind();

    /** Puts in a card without a working chip contact. */
    void insertWrongWayRound();

    /** Takes the card out. */
    void remove();

    /** Lets the card be pulled after so many commands from now. */
    void pullAfter(int commands);

    /** Pulls the reader's cable. */
    void unplug();

    /** Plugs the reader in. */
    void plug();

    /** Kills the service the reader is reached by. */
    void stopService();

    /** Starts that service again. */
    void startService();

    @Override
    void close();
}
