package kiosk.sync.store;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import kiosk.sync.threads.Meeting;

/** The courier finds nothing to do and rests, while something comes in and rings. */
public final class RingMeeting implements Meeting {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            Exchange exchange = new Exchange();
            AtomicBoolean work = new AtomicBoolean();
            Thread counter = Meeting.beside(() -> {
                work.set(true);
                exchange.ring();
            });
            while (!work.get()) {
                exchange.awaitRing(LONG);
            }
            counter.join();
        });
    }
}
