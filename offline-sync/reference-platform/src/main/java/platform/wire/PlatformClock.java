package platform.wire;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** The platform's clock, Beijing time; it can be put ahead, so that a demo need not wait three days. */
public final class PlatformClock extends Clock {
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** Seconds and milliseconds even where they are zero, which {@code toString} leaves out. */
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private final Clock source;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    public PlatformClock(Clock source) {
        this.source = source;
    }

    /** Puts the clock ahead by this much more than it is. */
    public void advance(Duration more) {
        ahead.accumulateAndGet(more, Duration::plus);
    }

    public LocalDate today() {
        return instant().atOffset(BEIJING).toLocalDate();
    }

    /** This moment as the wire and the store write it. */
    public String text() {
        return text(instant());
    }

    /** The moment so many days ago; such texts are in the order of their moments. */
    public String textDaysAgo(int days) {
        return text(instant().minus(Duration.ofDays(days)));
    }

    /** A stored moment as the wire writes it. */
    public static String text(Instant moment) {
        return TEXT.format(moment.atOffset(BEIJING));
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
