package kiosk.submission;

import java.util.Optional;
import kiosk.identity.CardImprint;

/**
 * Where a terminal keeps what was left half done, locked with the citizen's card, until its time is over: at most one draft for a card
 * and an item. What cannot be kept is not kept; nobody waits for it. All calls are safe from any thread and may wait for the disk.
 */
public interface Drafts {
    /** Whether anything is kept at this terminal; where nothing is, no citizen is told that it were. Does not block. */
    boolean open();

    /** Keeps a draft in the place of what was kept before for its card and item. On disk when it returns, if the disk takes it. */
    void keep(Draft draft);

    /** The draft of this card that was kept last, if there is one whose time is not over. */
    Optional<Draft> find(CardImprint card);

    /** Destroys what is kept for this card and item; harmless where there is nothing. */
    void forget(CardImprint card, String item);
}
