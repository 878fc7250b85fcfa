package kiosk.drivers.truth;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import kiosk.drivers.truth.PaperPeer.Said;

/** Something that befalls a printer after a while and, as the seed wills, is cured a while later or only when the job is over. */
final class Incident {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final Runnable cure;
    private final List<Future<?>> moments = new ArrayList<>();

    private Incident(Runnable cure) {
        this.cure = cure;
    }

    /** A print that the incident befalls. */
    interface Print {
        Said said() throws InterruptedException;
    }

    /** Comes within {@code within} milliseconds; in two cases of three somebody cures it up to a second later. */
    static Incident of(Random random, int within, Runnable hurt, Runnable cure) {
        Incident incident = new Incident(cure);
        int comes = random.nextInt(within);
        boolean curedInTime = random.nextInt(3) > 0;
        int goes = comes + 200 + random.nextInt(800);
        if (comes < within / 4) {
            hurt.run();
        } else {
            incident.moments.add(incident.clock.schedule(hurt, comes, TimeUnit.MILLISECONDS));
        }
        if (curedInTime) {
            incident.moments.add(incident.clock.schedule(cure, goes, TimeUnit.MILLISECONDS));
        }
        return incident;
    }

    /** Lets it befall a print; at the end the printer is well. */
    Said during(Print print) throws InterruptedException {
        try {
            return print.said();
        } finally {
            end();
        }
    }

    private void end() throws InterruptedException {
        moments.forEach(moment -> moment.cancel(false));
        clock.shutdown();
        if (!clock.awaitTermination(5, TimeUnit.SECONDS)) {
            throw new IllegalStateException("the incident does not end");
        }
        cure.run();
    }
}
