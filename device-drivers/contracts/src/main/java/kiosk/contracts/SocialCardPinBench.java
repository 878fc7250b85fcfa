package kiosk.contracts;

import kiosk.identity.SocialCard;

/** A bench whose cards have a PIN of their own, which outlives power. */
public interface SocialCardPinBench extends SocialCardBench {
    /** Puts in a new card with this content and PIN, that takes three wrong ones in a row. */
    void insert(SocialCard card, String pin);

    /** Puts the same card in again that was in last. */
    void putBack();

    /** Whether that card's PIN is this one now; costs no try. */
    boolean opensWith(String pin);

    /** Lets the card do one command more after so many from now, and be pulled before it answers. */
    void pullBeforeAnswer(int commands);
}
