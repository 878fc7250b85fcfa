package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.NotSealed;
import kiosk.sync.seal.Sealer;
import kiosk.sync.store.Entries.NewEntry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The queue in SQLite. What is taken is sealed within the transaction that gives it its number and stores it: there is never a
 * number without its submission, and never a submission that somebody could read on the disk.
 */
public final class SqliteOutbox implements Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteOutbox.class);
    private static final int TRIES = 3;
    /** What a person could still make due again is among them: nobody may deliver what the citizen handed in anew. */
    private static final Set<EntryState> ABANDONABLE =
            Set.of(EntryState.READY, EntryState.SENT_BACK, EntryState.REFUSED);

    private final Store store;
    private final Sealer sealer;
    private final String terminal;
    private final Clock clock;

    /** The queue of that terminal. */
    public SqliteOutbox(Store store, Sealer sealer, String terminal, Clock clock) {
        this.store = store;
        this.sealer = sealer;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public Acceptance accept(Submission submission) {
        return take(submission.id(), connection -> queue(connection, submission, EntryState.READY));
    }

    @Override
    public Acceptance hold(Submission submission) {
        return take(submission.id(), connection -> queue(connection, submission, EntryState.HELD));
    }

    @Override
    public Acceptance rate(Rating rating) {
        return take(rating.id(), connection -> queue(connection, rating));
    }

    private Acceptance take(SubmissionId id, Database.Work<SubmissionNumber> queueing) {
        try {
            Optional<Why> obstacle = store.room().enough() ? Optional.empty() : Optional.of(Why.FULL);
            Acceptance answer = store.database().run(connection -> {
                Optional<Entry> known = Entries.find(connection, id);
                if (known.isEmpty() && obstacle.isPresent()) {
                    return new NotAccepted(obstacle.get());
                }
                return new Accepted(known.isPresent() ? known.get().submissionNumber() : queueing.on(connection));
            });
            store.exchange().ring();
            return answer instanceof NotAccepted not ? refused(not.why()) : answer;
        } catch (NotSealed e) {
            LOG.error("a submission could not be sealed: {}", e.getMessage());
            return refused(Why.NOT_SEALED);
        } catch (StoreTrouble e) {
            return e.kind() == StoreTrouble.Kind.FULL ? refused(Why.FULL) : lookedUp(id);
        }
    }

    /** A commit that failed may be on disk nevertheless: only a look at the store opened anew tells. */
    private Acceptance lookedUp(SubmissionId id) {
        try {
            Optional<Entry> found = store.database().run(connection -> Entries.find(connection, id));
            store.exchange().ring();
            return found.isPresent() ? new Accepted(found.get().submissionNumber()) : refused(Why.BROKEN);
        } catch (StoreTrouble stillBroken) {
            return refused(Why.BROKEN);
        }
    }

    private Acceptance refused(Why why) {
        store.journal().note(Occurrence.SUBMISSION_NOT_ACCEPTED, new Journal.Which(why));
        return new NotAccepted(why);
    }

    private SubmissionNumber queue(Connection connection, Submission submission, EntryState state) throws SQLException {
        String item = submission.item().code();
        Labels labels = labels(connection, item, submission.item().kind().name().toLowerCase(Locale.ROOT));
        byte[] sealed = sealer.seal(submission, labels);
        boolean due = state == EntryState.READY;
        return insert(connection, new NewEntry(submission.id(), labels, null, state, due, sealed));
    }

    private SubmissionNumber queue(Connection connection, Rating rating) throws SQLException {
        Entry rated = Entries.find(connection, rating.of())
                .orElseThrow(() -> new NotSealed("what is rated was not handed in here"));
        Labels labels = labels(connection, rated.item(), "rating");
        byte[] sealed = sealer.seal(rating, labels);
        boolean due = rated.state() == EntryState.DELIVERED;
        EntryState state = due || rated.end().isEmpty() ? EntryState.READY : EntryState.GIVEN_UP;
        return insert(connection, new NewEntry(rating.id(), labels, rated.id(), state, due, sealed));
    }

    private Labels labels(Connection connection, String item, String kind) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        int count = Entries.count(connection, today, store.counterBase());
        return new Labels(terminal, SubmissionNumber.of(terminal, today, count), item, kind, clock.getZone());
    }

    private SubmissionNumber insert(Connection connection, NewEntry entry) throws SQLException {
        Instant now = clock.instant();
        Entries.insert(connection, entry, now);
        SqliteJournal.write(connection, now, Occurrence.SUBMISSION_QUEUED, new Journal.Of(entry.id()));
        return entry.labels().number();
    }

    @Override
    public void release(SubmissionId id) {
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
                Deliveries.giveUp(connection, entry, now);
            }
        });
    }

    @Override
    public void retry(SubmissionId id) {
        changeDurably(id, (connection, entry, now) -> {
            if (entry.end().isEmpty() && entry.next().isPresent()) {
                Entries.move(connection, entry.seq(), entry.state(), now, now);
            } else if (entry.state() == EntryState.SENT_BACK || entry.state() == EntryState.REFUSED) {
                Entries.move(connection, entry.seq(), EntryState.READY, now, now);
            }
        });
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
        store.exchange().ended();
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
            return Optional.of(new GivenUp());
        }
        return entry.get().end().map(end -> inThePlatformsWords(id, end));
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
    public void close() {
        store.close();
    }
}
