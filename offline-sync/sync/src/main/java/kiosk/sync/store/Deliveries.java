package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import kiosk.form.Problem;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionId;
import kiosk.sync.disk.PieceOfWork;
import kiosk.sync.disk.PieceOfWork.After;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Parcel.Load;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queue as the courier sees it. Every step is on disk, with its entry in the journal, when the call returns. */
public final class Deliveries {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    /** Longer than any order stays open: nobody stands and pays any more. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(30);

    /** What the platform should never have to say. */
    private static final Map<String, Occurrence> ALARMS = Map.of(
            "digest-mismatch", Occurrence.SUBMISSION_CONFLICT,
            "other-terminal", Occurrence.SUBMISSION_CONFLICT,
            "signature-wrong", Occurrence.SUBMISSION_DAMAGED);

    private final Store store;

    /** One that is sealed here, and of which the platform may have more than is known. */
    public record Unproven(long seq, SubmissionId id, String number, String digest) {}

    /** The deliveries of that store. */
    public Deliveries(Store store) {
        this.store = store;
    }

    /**
     * The next parcel due, those somebody stands and waits for first. Before it is handed out its attempt is counted and its next one
     * set, so that a parcel that brings the process down goes to the end of the queue, too. What has been held too long counts as
     * left by its citizen; what is not whole on the disk any more is set aside.
     *
     * @param again when an attempt of that number is to be followed by the next
     */
    public Optional<Parcel> next(Instant now, IntFunction<Instant> again) {
        store.sweep();
        return store.drain(looking(now, again));
    }

    /** The same, while the caller has something else to do; {@link #found} has it then. */
    public PieceOfWork<Optional<Parcel>> look(Instant now, IntFunction<Instant> again) {
        return store.database().ask(looking(now, again), After.NOTHING);
    }

    /** What was looked for; empty, too, where the store could not tell. */
    public Optional<Parcel> found(PieceOfWork<Optional<Parcel>> looked) {
        store.sweep();
        try {
            return store.database().answer(looked);
        } catch (StoreTrouble e) {
            return Optional.empty();
        }
    }

    /** It was not sent after all: its attempt does not count, and it is due. */
    public void putBack(Parcel parcel, Instant now) {
        store.drain(connection -> Entries.putBack(connection, parcel, now));
    }

    private Database.Work<Optional<Parcel>> looking(Instant now, IntFunction<Instant> again) {
        List<String> awaited = store.exchange().awaited();
        return connection -> {
            Entries.unsettle(connection, now, now.minus(LONGEST_HOLD));
            Optional<Entry> due = Entries.due(connection, now, awaited);
            while (due.isPresent()) {
                Optional<Load> load = store.payloads().load(connection, due.get());
                if (load.isPresent()) {
                    Parcel parcel =
                            Parcel.of(due.get(), awaited.contains(due.get().id()), load.get());
                    Entries.begin(connection, parcel, now, again.apply(parcel.attempts()));
                    return Optional.of(parcel);
                }
                Entries.setAside(connection, due.get(), Setback.DAMAGED, now);
                due = Entries.due(connection, now, awaited);
            }
            return Optional.empty();
        };
    }

    /** What the disk gives of it is not what was sealed, or the platform has something else under its id: it is set aside. */
    public void setAside(SubmissionId id, Setback why, Instant now) {
        store.drain(connection -> {
            Optional<Entry> entry = Entries.find(connection, id);
            if (entry.isPresent() && entry.get().end().isEmpty()) {
                Entries.setAside(connection, entry.get(), why, now);
            }
            return true;
        });
        store.exchange().ended();
    }

    /** When the next parcel is due; empty when nothing waits for the courier. */
    public Optional<Instant> nextDue() {
        return store.database().run(Entries::nextDue);
    }

    /** So many bytes of a part the platform has for sure. */
    public void sent(long seq, int part, long bytes) {
        store.drain(connection ->
                Sql.update(connection, "UPDATE part SET sent = ? WHERE seq = ? AND number = ?", bytes, seq, part));
    }

    /** Those of which no receipt is here, after that one, oldest first. */
    public List<Unproven> unproven(long after, int most) {
        return store.database().run(connection -> Ledger.open(connection, after, most));
    }

    /** The place of the last receipt that is here; 0 before the first. */
    public long lastPlace() {
        return store.database().run(Ledger::last);
    }

    /**
     * The platform has it: its receipt is kept, what was sealed is let go, its ratings may follow; all with one commit.
     *
     * @return whether the receipt fits to those that are here
     */
    public boolean delivered(SubmissionId id, Proof proof, Instant now) {
        boolean fits = store.drain(closing(id, proof, now));
        store.sweep();
        store.exchange().ended();
        return fits;
    }

    /** The same soon, with whatever else is done then; what is lost on the way there is sent once more, and answered with the same receipt. */
    public void deliveredSoon(SubmissionId id, Proof proof, Instant now, Runnable doubt) {
        AtomicBoolean doubtful = new AtomicBoolean();
        Database.Work<Boolean> closing = closing(id, proof, now);
        Runnable stored = () -> {
            store.exchange().ended();
            if (store.payloads().dropped()) {
                store.exchange().ring();
            }
            if (doubtful.get()) {
                doubt.run();
            }
        };
        Database.Work<Boolean> work = connection -> doubtful.getAndSet(!closing.on(connection));
        store.database().ask(work, new After(stored, () -> LOG.error("the receipt of {} could not be kept", id)));
    }

    private Database.Work<Boolean> closing(SubmissionId id, Proof proof, Instant now) {
        return connection -> {
            Optional<Entry> entry = Entries.find(connection, id);
            return entry.isEmpty() || Ledger.close(connection, entry.get(), proof, now, store.payloads());
        };
    }

    /** No end yet: tried again then, unless it ended otherwise meanwhile; with a department that is down all of it waits. */
    public void postponed(Parcel parcel, Setback setback, Instant until, Instant now) {
        store.drain(connection -> {
            Entries.postpone(connection, parcel, setback, until, now);
            return note(connection, now, Occurrence.DELIVERY_FAILED, parcel, new Journal.Which(setback));
        });
    }

    /** The platform wants something mended. */
    public void sentBack(Parcel parcel, List<Problem> problems, Instant now) {
        store.exchange().keep(parcel.id(), problems);
        String fields = problems.stream().flatMap(it -> it.field().stream()).collect(Collectors.joining(","));
        ended(parcel, EntryState.SENT_BACK, fields, "needs-citizen", now);
    }

    /** The platform refuses it for good; it is kept, for a person to look at, with the platform's word for why. */
    public void refused(Parcel parcel, String code, Instant now) {
        ended(parcel, EntryState.REFUSED, "", code, now);
    }

    private void ended(Parcel parcel, EntryState how, String fields, String why, Instant now) {
        store.drain(connection -> {
            Optional<Entry> entry = Entries.find(connection, SubmissionId.parse(parcel.id()));
            if (entry.isPresent() && entry.get().end().isEmpty()) {
                Entries.end(connection, parcel.seq(), how, fields, why);
                Entries.move(connection, parcel.seq(), how, now, null);
                store.payloads().letRatingsGo(connection, parcel.id(), now);
                note(
                        connection,
                        now,
                        ALARMS.getOrDefault(why, Occurrence.SUBMISSION_SENT_BACK),
                        parcel,
                        new Journal.Which(how));
            }
            return true;
        });
        store.sweep();
        store.exchange().ended();
    }

    /** It is never to be delivered: the money did not come, or went back. */
    public void givenUp(Parcel parcel, Instant now) {
        store.drain(connection -> {
            Optional<Entry> entry = Entries.find(connection, SubmissionId.parse(parcel.id()));
            if (entry.isPresent() && entry.get().end().isEmpty()) {
                giveUp(connection, entry.get(), now);
            }
            return true;
        });
        store.sweep();
        store.exchange().ended();
    }

    void giveUp(Connection connection, Entry entry, Instant now) throws SQLException {
        Entries.move(connection, entry.seq(), EntryState.GIVEN_UP, now, null);
        store.payloads().letGo(connection, entry.seq());
        store.payloads().letRatingsGo(connection, entry.id(), now);
        SqliteJournal.write(
                connection, now, Occurrence.SUBMISSION_GIVEN_UP, new Journal.Of(SubmissionId.parse(entry.id())));
    }

    /** The money for an unsettled one came: deliver it. */
    public void settled(Parcel parcel, Instant now) {
        store.drain(connection -> Entries.settle(connection, parcel.seq(), now));
    }

    /** The line is back: what got no answer is due at once, and its waits begin small again. */
    public void lineIsBack(Instant now) {
        store.drain(connection -> Entries.lineIsBack(connection, now));
    }

    /** The clock was put back: what was to wait by the old one is due at once, else it might wait for ever. */
    public void clockWentBack(Instant now) {
        store.drain(connection -> Entries.clockWentBack(connection, now));
    }

    private static boolean note(
            Connection connection, Instant now, Occurrence occurrence, Parcel parcel, Journal.Figure figure)
            throws SQLException {
        SqliteJournal.write(connection, now, occurrence, new Journal.Of(SubmissionId.parse(parcel.id())), figure);
        return true;
    }
}
