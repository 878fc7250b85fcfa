package kiosk.twin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock turned by hand; it may also move on by itself each time somebody looks at it. */
public final class TurnedClock extends Clock {
    public static final Instant MORNING = Instant.parse("2026-11-22T01:00:00Z");

    private final Duration eachLook;
    private Instant now = MORNING;

    private TurnedClock(Duration eachLook) {
        this.eachLook = eachLook;
    }

    public static TurnedClock standing() {
        return new TurnedClock(Duration.ZERO);
    }

    public static TurnedClock movingOnBy(Duration eachLook) {
        return new TurnedClock(eachLook);
    }

    public synchronized void turn(Duration by) {
        now = now.plus(by);
    }

    @Override
    public synchronized Instant instant() {
        now = now.plus(eachLook);
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneId.of("Asia/Shanghai");
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("one zone is enough");
    }
}
