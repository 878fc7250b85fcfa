package kiosk.sync.courier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.sync.store.Exchange;
import kiosk.sync.threads.Meeting;

/**
 * Two come back while the courier sets out or rests; a third, where there is one, stays away until the two are taken in. When all are,
 * there is something to do soon, which the courier must have heard.
 */
public final class WaysMeeting implements Meeting {
    private static final int AT_ONCE = 2;
    /** Where a third is on his way, the two have to take turns twice for one to be left lying. */
    private static final int FOR_THREE = 2;

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(1);

    @Override
    public void tried(int ways) {
        loaded();
        Meeting.inWays(ways, () -> meet(AT_ONCE));
        Meeting.inWays(ways * FOR_THREE, () -> meet(AT_ONCE + 1));
    }

    /** What begins with reading something is loaded before, as no file is read while turns are taken. */
    private static void loaded() {
        new Ways(Optional::empty, () -> LONG, () -> {}, new Threads()).turn();
    }

    private static void meet(int all) throws InterruptedException {
        Exchange exchange = new Exchange();
        Backlog backlog = new Backlog(all);
        Threads threads = new Threads();
        Ways ways = new Ways(backlog::next, backlog::rest, exchange::ring, threads);
        for (Duration rest = ways.turn(); !rest.equals(SOON); rest = ways.turn()) {
            exchange.awaitRing(rest);
        }
        threads.join();
        Meeting.holds(backlog.mostAsking.get() == 1, "the rounds are asked by two at once");
    }

    /** So much to bring, and so many ways at once. */
    private static final class Backlog {
        private final AtomicInteger asking = new AtomicInteger();
        private final AtomicInteger mostAsking = new AtomicInteger();
        private final CountDownLatch takenIn = new CountDownLatch(AT_ONCE);
        private final int all;
        private int gone;
        private int back;

        Backlog(int all) {
            this.all = all;
        }

        Optional<Errand> next() {
            begin();
            boolean may = gone < all && gone - back < AT_ONCE;
            Optional<Errand> next = may ? Optional.of(new Way(gone == AT_ONCE)) : Optional.empty();
            gone += may ? 1 : 0;
            end();
            return next;
        }

        Duration rest() {
            begin();
            Duration rest = back == all ? SOON : LONG;
            end();
            return rest;
        }

        private void begin() {
            mostAsking.accumulateAndGet(asking.incrementAndGet(), Math::max);
        }

        private void end() {
            asking.decrementAndGet();
        }

        /** One way there and back. */
        private final class Way implements Errand {
            private final boolean last;

            Way(boolean last) {
                this.last = last;
            }

            @Override
            public Runnable go() throws InterruptedException {
                if (last) {
                    takenIn.await();
                }
                return this::cutOff;
            }

            @Override
            public void cutOff() {
                begin();
                back++;
                takenIn.countDown();
                end();
            }
        }
    }

    /** One for each who sets out. */
    private static final class Threads extends ThreadPoolExecutor {
        private final List<Thread> begun = new ArrayList<>();

        Threads() {
            super(0, 1, 0, TimeUnit.SECONDS, new SynchronousQueue<>());
        }

        @Override
        public void execute(Runnable way) {
            synchronized (begun) {
                begun.add(Meeting.beside(way::run));
            }
        }

        void join() throws InterruptedException {
            List<Thread> all;
            synchronized (begun) {
                all = List.copyOf(begun);
            }
            for (Thread each : all) {
                each.join();
            }
        }
    }
}
