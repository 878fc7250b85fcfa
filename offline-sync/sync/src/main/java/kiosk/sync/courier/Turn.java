package kiosk.sync.courier;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.sync.wire.Hello;

/**
 * When this terminal may send what nobody stands and waits for (PLATFORM-API.md, section 12): after the line was away it says hello, gets
 * a slot, and keeps to it until the queue is empty; from then on it just sends. All times are nanoseconds that passed.
 *
 * <pre>
 *   line is back ── spread ──▶ hello ──▶ slot: notBefore ├─ maxRate, maxInFlight … ttl ─┤ hello again, if something is left
 *                               │                                  └─ turned away, or failed three times: hello again after the wait
 *                               │ no answer: twice more, full jitter; then, and on 404: one at a time, after 1 to 300 s
 * </pre>
 */
final class Turn {
    private static final int HELLOS = 3;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int ALONE_WITHIN = 299;

    private final Backoff backoff;
    private final Duration spread;
    private boolean asking;
    private boolean greeting;
    private boolean inSpread;
    private long helloAt;
    private int unanswered;
    private Optional<Hello.Slot> slot = Optional.empty();
    private long from;
    private long until = Long.MAX_VALUE;
    private int atATime = 1;
    private long nextAt;

    /** @param spread over how long terminals that lost the platform together come back */
    Turn(Backoff backoff, Duration spread) {
        this.backoff = backoff;
        this.spread = spread;
    }

    /** A slot outlives a cut; without one a hello is due, at once where a citizen stands at the terminal. */
    void lineIsBack(long now, boolean served) {
        boolean good = slot.isPresent() && now <= until && !asking;
        boolean waitsAlready = asking && (greeting || inSpread);
        if (!good && !waitsAlready) {
            ask(now + (served || spread.isZero() ? 0 : backoff.random().nextLong(spread.toNanos())));
            inSpread = true;
        }
    }

    /** A slot does not work, as after a restart of the platform, which forgets them: another is asked for when the wait is over. */
    void doesNotWork(long now, Duration wait) {
        if (slot.isPresent() && !asking) {
            ask(now + wait.toNanos());
        }
    }

    private void ask(long at) {
        asking = true;
        inSpread = false;
        unanswered = 0;
        slot = Optional.empty();
        until = Long.MAX_VALUE;
        helloAt = at;
    }

    /** Somebody came to the terminal: no need to wait among the others any longer. */
    void somebodyCame(long now) {
        if (inSpread) {
            helloAt = Math.min(helloAt, now);
        }
    }

    /** Whether hello is to be said now. */
    boolean greets(long now) {
        return asking && !greeting && now >= helloAt;
    }

    void saysHello() {
        greeting = true;
        inSpread = false;
    }

    /** What came of the hello. */
    void answered(Hello.Outcome outcome, long now) {
        greeting = false;
        if (outcome instanceof Hello.Slot given) {
            begin(Optional.of(given), now + given.notBefore().toNanos(), given.maxInFlight());
            until = from + given.ttl().toNanos();
        } else if (outcome instanceof Hello.Later later) {
            helloAt = now + backoff.after(1, Optional.of(later.retryAfter())).toNanos();
        } else if (outcome instanceof Hello.Unknown || ++unanswered >= HELLOS) {
            long within = backoff.random().nextLong(ALONE_WITHIN * SECOND + 1);
            begin(Optional.empty(), now + SECOND + within, 1);
            until = Long.MAX_VALUE;
        } else {
            helloAt = now + backoff.after(unanswered).toNanos();
        }
    }

    private void begin(Optional<Hello.Slot> given, long at, int most) {
        asking = false;
        unanswered = 0;
        slot = given;
        from = at;
        nextAt = at;
        atATime = most;
    }

    /** The hello was cut off by something at this end. */
    void cutOff(long now) {
        greeting = false;
        helloAt = now + backoff.after(1).toNanos();
    }

    /** Whether one more may go, with so many under way; a slot that is over is asked for anew. */
    boolean lets(long now, int underWay) {
        if (!asking && slot.isPresent() && now > until) {
            ask(now);
        }
        return !asking && now >= Math.max(from, nextAt) && underWay < atATime;
    }

    /** One goes, with so many bytes. */
    void setsOut(long now, long bytes) {
        slot.ifPresent(it -> {
            long byCount = (long) (SECOND / it.maxRate());
            long bySize = (long) ((double) bytes / it.maxBytesPerSecond() * SECOND);
            nextAt = Math.max(now, nextAt) + Math.max(byCount, bySize);
        });
    }

    /** Whether a turn is kept to, or waited for. */
    boolean bound() {
        return asking || until != Long.MAX_VALUE || from > 0;
    }

    /** Nothing is left: what comes now goes as it comes. */
    void emptied() {
        if (!greeting) {
            asking = false;
            inSpread = false;
            slot = Optional.empty();
            from = 0;
            nextAt = 0;
            until = Long.MAX_VALUE;
            atATime = 1;
        }
    }

    /** How fast bodies may go, where the platform said so. */
    Optional<Long> bytesPerSecond() {
        return slot.map(Hello.Slot::maxBytesPerSecond);
    }

    /** When anything of this changes by time alone. */
    Stream<Long> changes() {
        return asking ? (greeting ? Stream.empty() : Stream.of(helloAt)) : Stream.of(Math.max(from, nextAt), until);
    }
}
