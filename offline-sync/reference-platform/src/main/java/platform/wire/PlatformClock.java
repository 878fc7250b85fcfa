package platform.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/** The platform's clock, Beijing time; it can be put ahead, so that a demo need not wait three days. */
public final class PlatformClock extends Clock {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final Clock source;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public PlatformClock(Clock source) {
        this.source = source;
    }

    /** Puts the clock ahead by this much more than it is. */
    public void advance(Duration more) {
        ahead.accumulateAndGet(more, Duration::plus);
    }

    public OffsetDateTime now() {
        return instant().atOffset(BEIJING).truncatedTo(ChronoUnit.MILLIS);
    }

    public LocalDate today() {
        return now().toLocalDate();
    }

    /** A stored moment as the wire writes it. */
    public static String text(Instant moment) {
        return moment.atOffset(BEIJING).truncatedTo(ChronoUnit.MILLIS).toString();
    }

    @Override
    public ZoneId getZone() {
        return BEIJING;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return source.withZone(zone);
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead.get());
    }
}
