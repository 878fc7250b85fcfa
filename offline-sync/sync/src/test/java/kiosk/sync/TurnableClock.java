package kiosk.sync;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;

/** A clock a test turns. */
public final class TurnableClock extends Clock {
    private volatile Instant now;
    private final AtomicLong passed = new AtomicLong();

    public TurnableClock(Instant now) {
        this.now = now;
    }

    /** Time passes. */
    public void turn(Duration by) {
        now = now.plus(by);
        passed.addAndGet(by.toNanos());
    }

    /** Somebody puts the clock on, or back; no time passes. */
    public void jump(Duration by) {
        now = now.plus(by);
    }

    /** The time that passed, by the machine and by {@link #turn}. */
    public long nanos() {
        return System.nanoTime() + passed.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.ofHours(8);
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}
