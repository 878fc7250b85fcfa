package kiosk.sync.courier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionId;
import kiosk.sync.disk.Limits;
import kiosk.sync.store.Deliveries.Unproven;
import kiosk.sync.store.Store;
import kiosk.sync.store.StoreTrouble;
import kiosk.sync.wire.Reconciliation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Once a day lets go of what was delivered long ago, but for id, digest and receipt, and only of what the platform confirms to have at
 * that moment: a receipt for something that it does not have is kept whole, and is an alarm.
 */
public final class Retention implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
    private static final int FIRST_AT_LEAST = 10;
    private static final int FIRST_AT_MOST = 60;
    private static final int MOST_DISOWNED = 10_000;

    private final Store store;
    private final Reconciliation reconciliation;
    private final Clock clock;
    private final Duration kept;
    private final int atOnce;
    private final Set<SubmissionId> disowned = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    /** Keeps what was delivered for so long. */
    public Retention(Store store, Reconciliation reconciliation, Clock clock, Limits.Kept kept) {
        this(store, reconciliation, clock, kept, Reconciliation.MOST);
    }

    /** One that asks about so many at once. */
    Retention(Store store, Reconciliation reconciliation, Clock clock, Limits.Kept kept, int atOnce) {
        this.atOnce = atOnce;
        this.store = store;
        this.reconciliation = reconciliation;
        this.clock = clock;
        this.kept = kept.receipts();
    }

    /** Looks some minutes from now, another number of them at each terminal, and then once a day. */
    public void start(RandomGenerator random) {
        Duration first = Duration.ofMinutes(random.nextInt(FIRST_AT_LEAST, FIRST_AT_MOST));
        Thread thread = new Thread(() -> run(first), "retention");
        thread.setDaemon(true);
        thread.start();
    }

    private void run(Duration first) {
        try {
            Duration pause = first;
            while (!closed.await(pause.toSeconds(), TimeUnit.SECONDS)) {
                look();
                pause = Duration.ofDays(1);
            }
        } catch (InterruptedException closing) {
            LOG.debug("what was delivered long ago is looked at another time");
        }
    }

    /** A day that stumbles is not the last. */
    void look() throws InterruptedException {
        try {
            store.journal().shorten();
            LOG.debug("{} of long ago were let go", shorten());
        } catch (StoreTrouble e) {
            LOG.warn("what was delivered long ago is looked at tomorrow: {}", e.kind());
        } catch (RuntimeException stumbled) {
            LOG.error("what was delivered long ago is looked at tomorrow", stumbled);
        }
    }

    /** Lets go of what is old enough, until the platform does not answer; how many there were. */
    public int shorten() throws InterruptedException {
        Instant before = clock.instant().minus(kept);
        int all = 0;
        List<Unproven> old = oldest(before);
        while (!old.isEmpty() && closed.getCount() > 0 && reconciliation.ask(old) instanceof Reconciliation.Told told) {
            all += letGo(old, told);
            old = oldest(before);
        }
        if (all > 0) {
            store.journal().note(Occurrence.RECEIPTS_SHORTENED, new Journal.Count(all));
        }
        return all;
    }

    /** The oldest that the platform can be asked about at once; behind what it disowned, so that nobody is starved by that. */
    private List<Unproven> oldest(Instant before) {
        if (disowned.size() >= MOST_DISOWNED) {
            return List.of();
        }
        return store.deliveredBefore(before, atOnce + disowned.size()).stream()
                .filter(it -> !disowned.contains(it.id()))
                .limit(atOnce)
                .toList();
    }

    private int letGo(List<Unproven> old, Reconciliation.Told told) {
        Set<SubmissionId> there = told.proofs().stream()
                .map(it -> SubmissionId.parse(it.signed().id()))
                .collect(Collectors.toSet());
        old.stream().map(Unproven::id).filter(it -> !there.contains(it)).forEach(this::disown);
        store.shorten(there);
        return there.size();
    }

    private void disown(SubmissionId id) {
        LOG.error("the platform does not confirm that it has {}", id);
        store.journal().note(Occurrence.RECEIPT_DISOWNED, new Journal.Of(id));
        disowned.add(id);
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
