package kiosk.sync.draft;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import kiosk.identity.CardImprint;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Draft;
import kiosk.submission.Drafts;
import kiosk.submission.SuppliedMaterial;
import kiosk.sync.draft.DraftFolder.Kept;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drafts in files that only the citizen's card opens, together with the terminal's secret: neither a technician nor whoever takes the
 * disk away can read one, and without the secret nobody can. Their names tell nobody whose they are. A file is a header (DraftHeader)
 * and segments (Segments) of the draft's bytes (DraftBytes, MaterialBytes). Each is destroyed when its time is over, at the start and
 * every minute; a clock that leaps while they lie there makes them neither older nor younger (Ages).
 */
public final class SealedDrafts implements Drafts, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SealedDrafts.class);
    private static final long EVERY = 60;
    private static final long REST_BYTES = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final DraftFolder folder;
    private final DraftKeys keys;
    private final DraftLimits limits;
    private final Journal journal;
    private final Clock clock;
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, SealedDrafts::thread);
    private final ScheduledFuture<?> sweeping;

    private SealedDrafts(Path folder, DraftKeys keys, DraftLimits limits, Journal journal, Clock clock) {
        this.folder = DraftFolder.in(folder, keys, limits);
        this.keys = keys;
        this.limits = limits;
        this.journal = journal;
        this.clock = clock;
        this.sweeping = timer.scheduleWithFixedDelay(this::round, EVERY, EVERY, TimeUnit.SECONDS);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "drafts");
        thread.setDaemon(true);
        return thread;
    }

    /**
     * The drafts in a folder that this process alone uses; what has lived its time is destroyed before it returns.
     *
     * @param secret the terminal's: 32 bytes, fresh copies
     */
    public static SealedDrafts open(
            Path folder, Supplier<byte[]> secret, DraftLimits limits, Journal journal, Clock clock) {
        SealedDrafts drafts = new SealedDrafts(folder, new DraftKeys(secret), limits, journal, clock);
        drafts.sweep();
        return drafts;
    }

    /** Destroys what has lived its time. */
    synchronized void sweep() {
        living();
    }

    /** A round that stumbles is not the last: a timer would end it for good, without a word, and drafts would outlive their time. */
    void round() {
        try {
            sweep();
        } catch (RuntimeException stumbled) {
            LOG.error("the drafts could not be looked over", stumbled);
        }
    }

    private List<Kept> living() {
        try {
            DraftFolder.Sweep sweep = folder.sweep(clock.instant());
            if (sweep.destroyed() > 0) {
                journal.note(Occurrence.DRAFTS_DESTROYED, new Journal.Count(sweep.destroyed()));
            }
            return sweep.living();
        } catch (IOException e) {
            LOG.error("the folder of drafts cannot be read: {}", e.getClass().getSimpleName());
            return List.of();
        }
    }

    @Override
    public boolean open() {
        return !limits.keepFor().isZero();
    }

    @Override
    public synchronized void keep(Draft draft) {
        if (!open()) {
            return;
        }
        try {
            if (folder.hasRoomFor(roughly(draft))) {
                write(draft);
                makeRoom();
            } else {
                journal.note(Occurrence.DRAFT_NOT_KEPT);
            }
        } catch (IOException e) {
            LOG.warn("a draft could not be kept: {}", e.getClass().getSimpleName());
            journal.note(Occurrence.DRAFT_NOT_KEPT);
        }
    }

    private static long roughly(Draft draft) {
        return REST_BYTES
                + draft.materials().stream()
                        .filter(SuppliedMaterial.Scans.class::isInstance)
                        .flatMap(it -> ((SuppliedMaterial.Scans) it).pages().stream())
                        .mapToLong(it -> it.jpeg().length)
                        .sum();
    }

    private void write(Draft draft) throws IOException {
        String name = keys.nameOf(draft.card(), draft.item());
        DraftHeader header = DraftHeader.fresh(clock, limits.keepFor());
        byte[] head = header.bytes(name, keys);
        Segments segments = new Segments(keys.contentKey(draft.card(), header.salt()), head);
        Durable.write(folder.freshFile(name, header.kept()), out -> seal(draft, head, segments, out));
    }

    private static void seal(Draft draft, byte[] head, Segments segments, OutputStream out) throws IOException {
        out.write(head);
        SealingOutput sealing = new SealingOutput(out, segments);
        DraftBytes.write(draft, sealing);
        sealing.finish();
    }

    /** The oldest go first. */
    private void makeRoom() {
        List<Kept> oldestLast = newestFirst(living());
        long bytes = 0;
        for (int i = 0; i < oldestLast.size(); i++) {
            bytes += oldestLast.get(i).bytes();
            if (i >= limits.most() || bytes > limits.mostBytes()) {
                folder.destroy(oldestLast.get(i).file());
                journal.note(Occurrence.DRAFTS_DESTROYED, new Journal.Count(1));
            }
        }
    }

    private static List<Kept> newestFirst(List<Kept> kept) {
        List<Kept> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparing(Kept::age));
        return sorted;
    }

    @Override
    public synchronized Optional<Draft> find(CardImprint card) {
        String name = keys.nameOf(card);
        return newestFirst(living()).stream()
                .filter(it -> it.file().getFileName().toString().startsWith(name))
                .flatMap(it -> opened(it, card).stream())
                .findFirst();
    }

    /** What cannot be opened with the card that it is named after was damaged or forged: it is destroyed. */
    private Optional<Draft> opened(Kept kept, CardImprint card) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(kept.file()), BUFFER)) {
            byte[] head = in.readNBytes(DraftHeader.BYTES);
            Segments segments = new Segments(keys.contentKey(card, kept.header().salt()), head);
            return Optional.of(DraftBytes.read(card, new OpeningInput(in, segments)));
        } catch (IOException damaged) {
            LOG.warn("a draft cannot be opened and is destroyed");
            folder.destroy(kept.file());
            journal.note(Occurrence.DRAFTS_DESTROYED, new Journal.Count(1));
            return Optional.empty();
        }
    }

    @Override
    public synchronized void forget(CardImprint card, String item) {
        Path file = folder.file(keys.nameOf(card, item));
        if (Files.exists(file)) {
            folder.destroy(file);
        }
    }

    /** Ends the timer; the drafts stay. */
    @Override
    public void close() {
        sweeping.cancel(false);
        timer.shutdown();
    }
}
