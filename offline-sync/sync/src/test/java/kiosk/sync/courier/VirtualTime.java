package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Supplier;

/** Time that stands still until the next thing happens, and a clock on the wall that somebody may turn. */
final class VirtualTime extends Clock {
    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private Instant wall = Instant.parse("2026-11-22T01:15:02Z");
    private long nanos = 77;
    private long order;

    private record Event(long at, long order, Runnable what) {}

    /** What passed. */
    long nanos() {
        return nanos;
    }

    Times times() {
        return new Times(this, this::nanos);
    }

    /** A clock on another wall, that is so much ahead of this one. */
    Clock wall(Supplier<Duration> ahead) {
        return new Clock() {
            @Override
            public Instant instant() {
                return wall.plus(ahead.get());
            }

            @Override
            public ZoneId getZone() {
                return VirtualTime.this.getZone();
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
    }

    void after(Duration wait, Runnable what) {
        events.add(new Event(nanos + Math.max(0, wait.toNanos()), order++, what));
    }

    /** Somebody turns the clock on the wall; no time passes. */
    void turn(Duration by) {
        wall = wall.plus(by);
    }

    /** Lets happen what happens within so long. */
    void run(Duration within) {
        run(within, () -> {});
    }

    /** The same, and does something after each thing that happened. */
    void run(Duration within, Runnable afterEach) {
        long end = nanos + within.toNanos();
        while (!events.isEmpty() && events.peek().at() <= end) {
            Event next = events.poll();
            pass(next.at() - nanos);
            next.what().run();
            afterEach.run();
        }
        pass(end - nanos);
    }

    private void pass(long by) {
        nanos += by;
        wall = wall.plusNanos(by);
    }

    @Override
    public Instant instant() {
        return wall;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.ofHours(8);
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
