package kiosk.desktop.technician;

import java.util.concurrent.Executor;
import java.util.concurrent.Executors;

/** The one thread beside FX on which a technician's slow work is done, one thing after the other. */
public final class Bench {
    /** Takes work. */
    public static final Executor WORK = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "technician");
        thread.setDaemon(true);
        return thread;
    });

    private Bench() {}
}
