package kiosk.sync.threads;

import org.jetbrains.lincheck.Lincheck;

/** Some threads and what they share, and what holds of it however they take turns. */
public interface Meeting {
    /** Tries it in so many ways; throws where one of them goes wrong. */
    void tried(int ways);

    /** What a thread does. */
    interface Deed {
        void done() throws InterruptedException;
    }

    /** Does that again and again, with its threads taking turns in another way each time. */
    static void inWays(int ways, Deed deed) {
        Lincheck.runConcurrentTest(ways, () -> run(deed));
    }

    /** A thread of its own for that, started. */
    static Thread beside(Deed deed) {
        Thread thread = new Thread(() -> run(deed));
        thread.start();
        return thread;
    }

    /** What holds, in words for when it does not. */
    static void holds(boolean so, String otherwise) {
        if (!so) {
            throw new IllegalStateException(otherwise);
        }
    }

    private static void run(Deed deed) {
        try {
            deed.done();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
