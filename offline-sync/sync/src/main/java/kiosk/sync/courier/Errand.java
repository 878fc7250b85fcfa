package kiosk.sync.courier;

/** One way to the platform and back. */
interface Errand {
    /**
     * Goes, which takes as long as the line takes; from any thread.
     *
     * @return what follows from how it ended, to be done by one at a time
     */
    Runnable go() throws InterruptedException;

    /** What follows where it came to no end because of something at this end; done by one at a time. */
    void cutOff();
}
