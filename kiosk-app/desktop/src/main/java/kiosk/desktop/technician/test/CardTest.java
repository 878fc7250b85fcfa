package kiosk.desktop.technician.test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import kiosk.device.IdCardReader;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;

/** A card is laid, read and lifted again and again, and each phase is timed. What stands in the card is dropped at once. */
final class CardTest implements GuidedTest {
    private static final Duration TURN = Duration.ofSeconds(1);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final long GLANCE_EVERY = 100;

    private final Reader reader;
    private final int rounds;
    private final LongSupplier nanos;

    /** How one look at the reader ended. */
    enum Seen {
        READ,
        UNREADABLE,
        NOTHING,
        BROKEN
    }

    /** A reader of cards, of either kind. */
    interface Reader {
        Seen read(Duration patience) throws InterruptedException;

        Presence presence() throws InterruptedException;

        /** How long the last card took from being found; zero where the reader does not say. */
        Duration lastTook();
    }

    CardTest(Reader reader, int rounds, LongSupplier nanos) {
        this.reader = reader;
        this.rounds = rounds;
        this.nanos = nanos;
    }

    static Reader of(IdCardReader reader) {
        return new Reader() {
            @Override
            public Seen read(Duration patience) throws InterruptedException {
                IdCardReader.Outcome outcome = reader.read(patience);
                if (outcome instanceof IdCardReader.Read) {
                    return Seen.READ;
                }
                if (outcome instanceof IdCardReader.Unreadable) {
                    return Seen.UNREADABLE;
                }
                return outcome instanceof IdCardReader.NoCard ? Seen.NOTHING : Seen.BROKEN;
            }

            @Override
            public Presence presence() throws InterruptedException {
                return reader.presence();
            }

            @Override
            public Duration lastTook() {
                return reader.lastTook();
            }
        };
    }

    static Reader of(SocialCardReader reader) {
        return new Reader() {
            @Override
            public Seen read(Duration patience) throws InterruptedException {
                SocialCardReader.Outcome outcome = reader.read(patience);
                if (outcome instanceof SocialCardReader.Read) {
                    return Seen.READ;
                }
                if (outcome instanceof SocialCardReader.Unreadable) {
                    return Seen.UNREADABLE;
                }
                return outcome instanceof SocialCardReader.NoCard ? Seen.NOTHING : Seen.BROKEN;
            }

            @Override
            public Presence presence() throws InterruptedException {
                return reader.presence();
            }

            @Override
            public Duration lastTook() {
                return reader.lastTook();
            }
        };
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        Run run = new Run();
        for (int round = 1; round <= rounds && !run.broken; round++) {
            guide.says("test.card-lay", round, rounds);
            run.lay();
            if (!run.broken) {
                guide.says("test.card-lift", round, rounds);
                run.lift();
            }
        }
        return Finding.of(run.good == rounds, run.figures());
    }

    /** One run and what it has counted so far. */
    private final class Run {
        private final List<Long> lays = new ArrayList<>();
        private final List<Long> reads = new ArrayList<>();
        private final List<Long> lifts = new ArrayList<>();
        private int good;
        private int unreadable;
        private boolean broken;

        /** Waits in short turns, so that where the reader does not say it the turn in which the card was read tells how long that took. */
        void lay() throws InterruptedException {
            long began = nanos.getAsLong();
            while (!over(began)) {
                long turn = nanos.getAsLong();
                Seen seen = reader.read(TURN);
                if (seen == Seen.READ) {
                    long read = reader.lastTook().isZero()
                            ? nanos.getAsLong() - turn
                            : reader.lastTook().toNanos();
                    lays.add(Math.max(0, millis(began, nanos.getAsLong() - read)));
                    reads.add(millis(0, read));
                    good++;
                    return;
                }
                if (seen == Seen.UNREADABLE) {
                    unreadable++;
                    return;
                }
                if (seen == Seen.BROKEN) {
                    break;
                }
            }
            broken = true;
        }

        void lift() throws InterruptedException {
            long began = nanos.getAsLong();
            Semaphore never = new Semaphore(0);
            while (!over(began)) {
                if (reader.presence() != Presence.THERE) {
                    lifts.add(millis(began, nanos.getAsLong()));
                    return;
                }
                if (never.tryAcquire(GLANCE_EVERY, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("nobody gives what is only waited for");
                }
            }
            broken = true;
        }

        private boolean over(long began) {
            return nanos.getAsLong() - began > PATIENCE.toNanos();
        }

        private static long millis(long from, long to) {
            return TimeUnit.NANOSECONDS.toMillis(to - from);
        }

        Map<String, Long> figures() {
            Map<String, Long> figures = new LinkedHashMap<>();
            figures.put("rounds", (long) rounds);
            figures.put("read", (long) good);
            figures.put("unreadable", (long) unreadable);
            phase(figures, "lay", lays);
            phase(figures, "read", reads);
            phase(figures, "lift", lifts);
            return figures;
        }

        private static void phase(Map<String, Long> figures, String phase, List<Long> times) {
            if (!times.isEmpty()) {
                List<Long> sorted = times.stream().sorted().toList();
                figures.put(phase + "-median-ms", sorted.get(sorted.size() / 2));
                figures.put(phase + "-slowest-ms", sorted.get(sorted.size() - 1));
            }
        }
    }
}
