package kiosk.sync.bench;

/** A queue of others that also brings what waits. */
interface Peer extends Queue {
    /** Waits until all that waits may be brought. */
    default void ready() throws InterruptedException {}

    /** Begins to bring what waits; what was brought is taken off. */
    void drain();
}
