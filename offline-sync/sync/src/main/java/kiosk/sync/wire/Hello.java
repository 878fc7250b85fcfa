package kiosk.sync.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** {@code POST /v1/hello} (PLATFORM-API.md, section 12): says what waits here, and gets told when to send it. */
public final class Hello {
    private static final Logger LOG = LoggerFactory.getLogger(Hello.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final double LONGEST = 3600;
    private static final double SLOWEST = 1.0 / LONGEST;
    private static final double FASTEST = 1_000_000;
    private static final double MOST_AT_A_TIME = 4;
    private static final double LEAST_BYTES = 1 << 10;
    private static final double MOST_BYTES = 1L << 40;

    private final Wire wire;

    /** On that wire. */
    public Hello(Wire wire) {
        this.wire = wire;
    }

    /** What waits: so many, so many bytes, the oldest taken then. */
    public record Backlog(long waiting, long bytes, Instant oldest) {}

    /** What came of it. */
    public sealed interface Outcome {}

    /** When, how fast and how long this terminal may send, counted from the answer; kept within what makes sense. */
    public record Slot(Duration notBefore, double maxRate, int maxInFlight, long maxBytesPerSecond, Duration ttl)
            implements Outcome {}

    /** To be asked again after that. */
    public record Later(Duration retryAfter) implements Outcome {}

    /** No answer that could be trusted. */
    public record NoAnswer() implements Outcome {}

    /** The platform does not know hello. */
    public record Unknown() implements Outcome {}

    /** Says it, and waits ten seconds at most. */
    public Outcome say(Backlog backlog) throws InterruptedException {
        Reply reply = wire.ask(
                Question.of("POST", "/v1/hello", PATIENCE).changingNothing().carrying(Question.JSON, body(backlog)));
        if (reply instanceof Reply.Failure failure) {
            return failed(failure);
        }
        if (reply instanceof Reply.Success success) {
            try {
                return slot(Json.parse(success.body()));
            } catch (Malformed e) {
                LOG.error("a slot that is not one: {}", e.getMessage());
            }
        }
        return new NoAnswer();
    }

    private static Outcome failed(Reply.Failure failure) {
        if (failure.status() == 404 || failure.status() == 405) {
            return new Unknown();
        }
        Optional<Duration> asked = failure.retryAfter();
        return asked.isPresent() ? new Later(asked.get()) : new NoAnswer();
    }

    private static Slot slot(Json json) throws Malformed {
        return new Slot(
                seconds(json.number("notBefore"), 0),
                between(SLOWEST, json.number("maxRate"), FASTEST),
                (int) between(1, json.number("maxInFlight"), MOST_AT_A_TIME),
                (long) between(LEAST_BYTES, json.number("maxBytesPerSecond"), MOST_BYTES),
                seconds(json.number("ttl"), 1));
    }

    private static Duration seconds(double seconds, double least) {
        return Duration.ofMillis((long) (between(least, seconds, LONGEST) * 1000));
    }

    private static double between(double least, double value, double most) {
        return Math.min(most, Math.max(least, value));
    }

    private static byte[] body(Backlog backlog) {
        OffsetDateTime oldest =
                backlog.oldest().atZone(CHINA).toOffsetDateTime().truncatedTo(ChronoUnit.SECONDS);
        try {
            return Json.MAPPER.writeValueAsBytes(Json.MAPPER
                    .createObjectNode()
                    .put("waiting", backlog.waiting())
                    .put("bytes", backlog.bytes())
                    .put("oldest", oldest.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts could not be written", e);
        }
    }
}
