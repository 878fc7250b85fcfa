package kiosk.desktop.technician;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The threads beside FX on which a technician's work is done, each one thing after the other. */
public final class Bench {
    /** Takes slow work: a diagnosis, a hand-over report, a try at the door. */
    public static final Executor WORK = thread("technician");

    /** Takes short looks at the store, which need not wait for slow work. */
    public static final Executor LOOKS = thread("technician-looks");

    private Bench() {}

    private static Executor thread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }
}
