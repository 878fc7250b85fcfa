package kiosk.sync.courier;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import kiosk.sync.threads.Meeting;

/** Two large parts go at once, in pieces of which the platform allows one in a second. */
public final class PiecesMeeting implements Meeting {
    private static final int PIECE = 100;
    private static final long A_SECOND = 1_000_000_000L;

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            AtomicLong clock = new AtomicLong();
            AtomicInteger atOnce = new AtomicInteger();
            CountDownLatch oneIsGone = new CountDownLatch(1);
            Bandwidth bandwidth = new Bandwidth(clock::get);
            bandwidth.allow(Optional.of((long) PIECE));
            Deed part = () -> {
                bandwidth.next(PIECE);
                atOnce.addAndGet(clock.get() == 0 ? 1 : 0);
                oneIsGone.countDown();
            };
            Thread one = Meeting.beside(part);
            Thread other = Meeting.beside(part);
            oneIsGone.await();
            clock.set(A_SECOND);
            bandwidth.served(false);
            one.join();
            other.join();
            Meeting.holds(atOnce.get() <= 1, "more than the platform allows");
        });
    }
}
