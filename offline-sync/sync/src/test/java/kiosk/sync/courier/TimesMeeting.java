package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import kiosk.sync.threads.Meeting;

/** The time is asked while it is looked at the clock on the wall, which did not jump. */
public final class TimesMeeting implements Meeting {
    private static final Instant THEN = Instant.parse("2026-11-22T01:00:00Z");
    private static final Duration PASSED = Duration.ofSeconds(10);

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            AtomicLong nanos = new AtomicLong();
            Times times = new Times(new Wall(nanos), nanos::get);
            nanos.set(PASSED.toNanos());
            Thread looking = Meeting.beside(times::jump);
            Meeting.holds(times.now().equals(THEN.plus(PASSED)), "another time than on the wall");
            looking.join();
        });
    }

    /** Goes on with the time that passes. */
    private static final class Wall extends Clock {
        private final AtomicLong nanos;

        Wall(AtomicLong nanos) {
            this.nanos = nanos;
        }

        @Override
        public Instant instant() {
            return THEN.plusNanos(nanos.get());
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
