package platform.queue;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Lays slots end to end, so that terminals that all come back at once send one after another (PLATFORM-API.md, section 12).
 *
 * <p>All it keeps is the time up to which the pace is promised, and who holds which slot; in memory, bounded, gone with a restart. The
 * pace is a little under the capacity, for those who did not ask. Where nothing is promised and the first hello comes, the hellos of
 * everybody may follow within a minute: so long slots are laid at what those hellos leave.
 *
 * <pre>
 *   hello of A   B    C        A sends    B sends    C sends
 *   ──┴──────────┴────┴──▶     ├──20/pace─┼──20/pace─┼──3/pace─┤ promised up to here: the next slot begins
 * </pre>
 */
public final class Slots {
    static final double PACE = 0.96;
    static final double LEAST_OPENING = 0.5;
    /** Over how long terminals spread their hellos. */
    public static final double HELLO_SECONDS = 60;

    /** So long some may follow the first one: not every line comes back in the same moment. */
    static final double OPENING_SECONDS = HELLO_SECONDS + 3;

    static final int TTL = 300;
    static final int MOST_RETRY_AFTER = 300;
    private static final double MOST_SECONDS_A_SLOT = 30;
    private static final int MOST_IN_FLIGHT = 4;
    private static final double NANOS = 1e9;

    private final double pace;
    private final double openingPace;
    private final long bytesPerSecond;
    private final int mostHolders;
    private final LongSupplier nanoTime;
    private final long origin;
    private final Map<String, Holding> holders = new LinkedHashMap<>();
    private final Map<String, Double> turnedAway = new LinkedHashMap<>();
    private double opened = -OPENING_SECONDS;
    private double promised;

    /** Reads time from this clock, which never goes back: {@link System#nanoTime()}. */
    public Slots(Capacity capacity, LongSupplier nanoTime) {
        this.pace = PACE * capacity.perSecond();
        this.openingPace = Math.max(pace * LEAST_OPENING, pace - capacity.terminals() / HELLO_SECONDS);
        this.bytesPerSecond = Math.max(1, (long) (PACE * capacity.bytesPerSecond()));
        this.mostHolders = 1_000 + 2 * capacity.terminals();
        this.nanoTime = nanoTime;
        this.origin = nanoTime.getAsLong();
    }

    /** The slot of a terminal: the one it holds if that is not over, else the next one. */
    public synchronized Slot lay(Hello hello) {
        double now = now();
        forgetWhatIsOver(now);
        return Optional.ofNullable(holders.get(hello.terminal()))
                .orElseGet(() -> book(hello, now))
                .seenFrom(now);
    }

    /**
     * Seconds after which a terminal that was turned away for want of room may come again: when all that is promised is done. It takes a
     * place behind, so that the next one is told a later time; one place however often it comes before its turn, and none beyond what
     * anybody is told.
     */
    public synchronized int retryAfter(String terminal) {
        double now = now();
        forgetTurnsThatCame(now);
        double turn = Optional.ofNullable(turnedAway.get(terminal)).orElseGet(() -> placeBehind(terminal, now));
        return (int) Math.min(MOST_RETRY_AFTER, Math.max(1, Math.ceil(turn - now)));
    }

    private double placeBehind(String terminal, double now) {
        double turn = begin(now);
        if (turn - now < MOST_RETRY_AFTER) {
            promised = after(turn, 1);
            turnedAway.put(terminal, turn);
        }
        return turn;
    }

    /** Places are given in the order of their turns. */
    private void forgetTurnsThatCame(double now) {
        Iterator<Double> eldestFirst = turnedAway.values().iterator();
        while (eldestFirst.hasNext() && (eldestFirst.next() <= now || turnedAway.size() > mostHolders)) {
            eldestFirst.remove();
        }
    }

    private Holding book(Hello hello, double now) {
        double asked = Math.max((double) hello.waiting(), hello.bytes() * pace / bytesPerSecond);
        double granted = Math.min(asked, pace * MOST_SECONDS_A_SLOT);
        double begin = begin(now);
        promised = after(begin, granted);
        double rate = begin < opened + OPENING_SECONDS ? openingPace : pace;
        Slot slot = new Slot(0, granted < asked ? granted / TTL : rate, MOST_IN_FLIGHT, bytesPerSecond, TTL);
        Holding holding = new Holding(begin, promised, slot);
        holders.put(hello.terminal(), holding);
        return holding;
    }

    private double begin(double now) {
        if (promised <= now) {
            opened = opened + OPENING_SECONDS <= now ? now : opened;
            promised = now;
        }
        return promised;
    }

    /** When so many submissions that begin here are done. */
    private double after(double begin, double submissions) {
        double opening = Math.max(0, opened + OPENING_SECONDS - begin);
        double inOpening = Math.min(submissions, opening * openingPace);
        return begin + inOpening / openingPace + (submissions - inOpening) / pace;
    }

    /** Slots are booked in the order in which they end. */
    private void forgetWhatIsOver(double now) {
        Iterator<Holding> eldestFirst = holders.values().iterator();
        while (eldestFirst.hasNext() && (eldestFirst.next().end() <= now || holders.size() > mostHolders)) {
            eldestFirst.remove();
        }
    }

    private double now() {
        return (nanoTime.getAsLong() - origin) / NANOS;
    }

    /** Who holds a slot until it has had the time to send what it said was waiting. */
    private record Holding(double begin, double end, Slot slot) {
        Slot seenFrom(double now) {
            double wait = Math.max(0, begin - now);
            return new Slot(wait, slot.maxRate(), slot.maxInFlight(), slot.maxBytesPerSecond(), slot.ttl());
        }
    }
}
