package kiosk.sync.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.sync.threads.Meeting;

/** Work is done while the clock looks whether it was quiet: what follows a quiet moment covers all of it in the end. */
public final class QuietMeeting implements Meeting {
    private static final int PIECES = 2;

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            List<Thread> looks = new ArrayList<>();
            AtomicInteger done = new AtomicInteger();
            AtomicInteger emptied = new AtomicInteger();
            QuietMoment quiet = new QuietMoment(
                    look -> begun(looks, look), 1, () -> emptied.accumulateAndGet(done.get(), Math::max));
            for (int i = 0; i < PIECES; i++) {
                done.incrementAndGet();
                quiet.happened();
            }
            for (int i = 0; i < begun(looks); i++) {
                joined(looks, i);
            }
            Meeting.holds(emptied.get() == PIECES, "what happened last is left lying");
        });
    }

    private static void begun(List<Thread> looks, Runnable look) {
        synchronized (looks) {
            looks.add(Meeting.beside(look::run));
        }
    }

    private static int begun(List<Thread> looks) {
        synchronized (looks) {
            return looks.size();
        }
    }

    private static void joined(List<Thread> looks, int which) throws InterruptedException {
        Thread look;
        synchronized (looks) {
            look = looks.get(which);
        }
        look.join();
    }
}
