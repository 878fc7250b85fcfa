package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kiosk.identity.Citizen;
import kiosk.submission.Outbox;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.seal.Sealer;
import kiosk.sync.slip.SlipDesk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue in SQLite; how something is taken in is told at {@link Taking}, how it goes out at {@link Deliveries}. */
public final class SqliteOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteOutbox.class);
    private static final int TRIES = 3;
    static final String WAITING_OF = "SELECT " + Entry.COLUMNS + " FROM entry WHERE seq IN"
            + " (SELECT seq FROM entry INDEXED BY entry_due WHERE next_at IS NOT NULL AND holder = ?1"
            + " UNION ALL SELECT seq FROM entry INDEXED BY entry_rest WHERE next_at IS NULL AND holder = ?1"
            + " AND state IN ('HELD', 'UNSETTLED', 'READY', 'SENT_BACK', 'REFUSED')) ORDER BY seq DESC LIMIT 20";
    /** What a person could still make due again is among them: nobody may deliver what the citizen handed in anew. */
    private static final Set<EntryState> ABANDONABLE =
            Set.of(EntryState.READY, EntryState.SENT_BACK, EntryState.REFUSED);

    private final Store store;
    private final Deliveries deliveries;
    private final Taking taking;
    private final Sealer sealer;
    private final HolderMarks marks;
    private final Clock clock;

    /**
     * The queue of that terminal.
     *
     * @param marks by which it finds again what a citizen handed in
     */
    public SqliteOutbox(Store store, Sealer sealer, HolderMarks marks, String terminal, Clock clock) {
        this.store = store;
        this.marks = marks;
        this.deliveries = new Deliveries(store);
        this.taking = new Taking(store, sealer, marks, terminal, clock);
        this.sealer = sealer;
        this.clock = clock;
    }

    @Override
    public Acceptance accept(Submission submission) {
        store.exchange().expect(submission.id().toString());
        Acceptance answer = taking.submission(submission, EntryState.READY);
        if (answer instanceof NotAccepted) {
            store.exchange().expectNoMore(submission.id().toString());
        }
        store.exchange().ring();
        return answer;
    }

    @Override
    public Acceptance hold(Submission submission) {
        return taking.submission(submission, EntryState.HELD);
    }

    @Override
    public Acceptance rate(Rating rating) {
        Acceptance answer = taking.rating(rating);
        store.exchange().ring();
        return answer;
    }

    @Override
    public void release(SubmissionId id) {
        store.exchange().expect(id.toString());
        changeDurably(id, (connection, entry, now) -> {
            if (entry.state() == EntryState.HELD || entry.state() == EntryState.UNSETTLED) {
                Entries.move(connection, entry.seq(), EntryState.READY, now, now);
            }
        });
    }

    @Override
    public void abandon(SubmissionId id) {
        changeDurably(id, (connection, entry, now) -> {
            if (entry.state() == EntryState.HELD) {
                Entries.move(connection, entry.seq(), EntryState.UNSETTLED, now, now);
            } else if (ABANDONABLE.contains(entry.state())) {
                deliveries.giveUp(connection, entry, now);
            }
        });
    }

    @Override
    public void retry(SubmissionId id) {
        changeDurably(id, SqliteOutbox::tryAgain);
    }

    /** Makes an entry due now, and one that was sent back or failed for good due again; what waits for another goes on waiting for it. */
    static void tryAgain(Connection connection, Entry entry, Instant now) throws SQLException {
        if (entry.end().isEmpty() && entry.next().isPresent()) {
            Entries.move(connection, entry.seq(), entry.state(), now, now);
        } else if (entry.state() == EntryState.SENT_BACK || entry.state() == EntryState.REFUSED) {
            Entries.move(connection, entry.seq(), EntryState.READY, now, now);
        }
        Entries.letStraysGo(connection, now);
    }

    private interface Change {
        void of(Connection connection, Entry entry, Instant now) throws SQLException;
    }

    private void changeDurably(SubmissionId id, Change change) {
        Instant now = clock.instant();
        untilSure(connection -> {
            Optional<Entry> entry = Entries.find(connection, id);
            if (entry.isPresent()) {
                change.of(connection, entry.get(), now);
            }
            return entry.isPresent();
        });
        store.sweep();
        store.exchange().ended(List.of());
        store.exchange().ring();
    }

    /** Does what is harmless twice again while it is not sure that it is on disk, each time in a store opened anew. */
    private void untilSure(Database.Work<Boolean> work) {
        for (int left = TRIES - 1; left >= 0; left--) {
            try {
                store.drain(work);
                return;
            } catch (StoreTrouble e) {
                if (left == 0 || e.kind() != StoreTrouble.Kind.UNSURE) {
                    throw e;
                }
            }
        }
    }

    @Override
    public Delivery delivery(SubmissionId id, Duration patience) throws InterruptedException {
        Optional<Delivery> end = store.exchange().await(id.toString(), patience.toNanos(), () -> look(id));
        return end.orElse(new Underway());
    }

    private Optional<Delivery> look(SubmissionId id) {
        Optional<Entry> entry = store.database().run(connection -> Entries.find(connection, id));
        if (entry.isEmpty()) {
            return Optional.of(longAgo(id));
        }
        return entry.get().end().map(end -> inThePlatformsWords(id, end));
    }

    /** What was delivered so long ago that its receipt alone is here was not given up. */
    private Delivery longAgo(SubmissionId id) {
        return store.database()
                .run(connection -> Ledger.shortened(connection, id))
                .<Delivery>map(it -> new Delivered(it.receipt()))
                .orElse(new GivenUp());
    }

    private Delivery inThePlatformsWords(SubmissionId id, Delivery end) {
        return end instanceof SentBack
                ? store.exchange()
                        .problemsOf(id.toString())
                        .<Delivery>map(SentBack::new)
                        .orElse(end)
                : end;
    }

    @Override
    public Summary summary() {
        return store.summary(sealer.ready());
    }

    @Override
    public List<Waiting> list(int most) {
        return store.database().run(connection -> Entries.undelivered(connection, most)).stream()
                .map(Entry::waiting)
                .toList();
    }

    @Override
    public List<Waiting> waitingOf(Citizen citizen) {
        try {
            return store
                    .database()
                    .run(connection -> Sql.all(connection, WAITING_OF, Entry::from, marks.of(citizen)))
                    .stream()
                    .map(Entry::waiting)
                    .toList();
        } catch (StoreTrouble e) {
            LOG.error("what waits for a citizen cannot be read: {}", e.kind());
            return List.of();
        }
    }

    /** What was taken under an id; nothing where the store does not tell it now. */
    public Optional<SlipDesk.Taken> taken(SubmissionId id) {
        try {
            return store.database()
                    .run(connection -> Entries.find(connection, id))
                    .map(it -> new SlipDesk.Taken(it.taken(), it.digest(), it.item(), it.number()));
        } catch (StoreTrouble e) {
            LOG.error("what is to be proved cannot be read: {}", e.kind());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
