package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import kiosk.form.Problem;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.CaseReceipt;
import kiosk.submission.SubmissionId;

/** The queue as the courier sees it. Every step is on disk, with its entry in the journal, when the call returns. */
public final class Deliveries {
    /** Longer than any order stays open: nobody stands and pays any more. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(30);

    private final Store store;

    /** The deliveries of that store. */
    public Deliveries(Store store) {
        this.store = store;
    }

    /**
     * The next parcel due, those somebody stands and waits for first. Before it is handed out its attempt is counted and its next one
     * set, so that a parcel that brings the process down goes to the end of the queue, too. What has been held too long counts as
     * left by its citizen.
     *
     * @param again when an attempt of that number is to be followed by the next
     */
    public Optional<Parcel> next(Instant now, IntFunction<Instant> again) {
        List<String> awaited = store.exchange().awaited();
        return store.drain(connection -> {
            Entries.unsettle(connection, now, now.minus(LONGEST_HOLD));
            Optional<Entry> due = due(connection, now, awaited);
            while (due.isPresent() && sealed(connection, due.get()).isEmpty()) {
                Entries.move(connection, due.get().seq(), EntryState.REFUSED, now, null);
                due = due(connection, now, awaited);
            }
            return due.isEmpty() ? Optional.empty() : Optional.of(begun(connection, due.get(), now, again));
        });
    }

    /** What is to be sent; nothing where only the money is asked for, and empty where the disk lost it. */
    private static Optional<byte[]> sealed(Connection connection, Entry entry) throws SQLException {
        return entry.state() == EntryState.UNSETTLED
                ? Optional.of(new byte[0])
                : Entries.sealed(connection, entry.seq());
    }

    private static Parcel begun(Connection connection, Entry entry, Instant now, IntFunction<Instant> again)
            throws SQLException {
        int attempts = entry.attempts() + 1;
        Sql.update(
                connection,
                "UPDATE entry SET attempts = ?, next_at = ?, changed_at = ?, last = ? WHERE seq = ?",
                attempts,
                again.apply(attempts).toEpochMilli(),
                now.toEpochMilli(),
                Setback.BEGUN.name(),
                entry.seq());
        return new Parcel(
                entry.seq(),
                entry.id(),
                entry.number(),
                entry.kind(),
                entry.item(),
                entry.rates().orElse(""),
                entry.state() == EntryState.UNSETTLED,
                entry.digest(),
                attempts,
                sealed(connection, entry).orElseThrow());
    }

    private static Optional<Entry> due(Connection connection, Instant now, List<String> awaited) throws SQLException {
        for (String id : awaited) {
            Optional<Entry> first = Entries.due(connection, now, id);
            if (first.isPresent()) {
                return first;
            }
        }
        return Entries.due(connection, now);
    }

    /** When the next parcel is due; empty when nothing waits for the courier. */
    public Optional<Instant> nextDue() {
        return store.database()
                .run(connection -> Sql.first(
                        connection,
                        "SELECT next_at FROM entry WHERE next_at IS NOT NULL ORDER BY next_at LIMIT 1",
                        row -> Instant.ofEpochMilli(row.getLong(1))));
    }

    /** The platform has it: its receipt is kept, its sealed bytes are let go, its ratings may follow. */
    public void delivered(Parcel parcel, CaseReceipt receipt, String asItCame, Instant now) {
        store.drain(connection -> {
            Entries.move(connection, parcel.seq(), EntryState.DELIVERED, now, null);
            Sql.update(
                    connection,
                    "UPDATE entry SET case_number = ?, accepted_at = ?, due = ?, receipt = ?, last = NULL WHERE seq = ?",
                    receipt.caseNumber(),
                    receipt.accepted().toEpochMilli(),
                    receipt.due().map(Object::toString).orElse(null),
                    asItCame,
                    parcel.seq());
            Entries.letGo(connection, parcel.seq());
            Entries.letRatingsFollow(connection, parcel.id(), now);
            return note(connection, now, Occurrence.SUBMISSION_DELIVERED, parcel);
        });
        store.exchange().ended();
    }

    /** No end yet: tried again then, unless it ended otherwise meanwhile; with a department that is down all of it waits. */
    public void postponed(Parcel parcel, Setback setback, Instant until, Instant now) {
        store.drain(connection -> {
            Sql.update(
                    connection,
                    "UPDATE entry SET last = ?, next_at = ?, changed_at = ? WHERE seq = ? AND next_at IS NOT NULL",
                    setback.name(),
                    until.toEpochMilli(),
                    now.toEpochMilli(),
                    parcel.seq());
            if (setback == Setback.DEPARTMENT_DOWN) {
                holdDepartment(connection, parcel.item(), until);
            }
            return note(connection, now, Occurrence.DELIVERY_FAILED, parcel, new Journal.Which(setback));
        });
    }

    /** The platform wants something mended. */
    public void sentBack(Parcel parcel, List<Problem> problems, Instant now) {
        store.exchange().keep(parcel.id(), problems);
        String fields = problems.stream().flatMap(it -> it.field().stream()).collect(Collectors.joining(","));
        ended(parcel, EntryState.SENT_BACK, now, fields);
    }

    /** The platform refuses it for good; it is kept, for a person to look at. */
    public void refused(Parcel parcel, Instant now) {
        ended(parcel, EntryState.REFUSED, now, "");
    }

    private void ended(Parcel parcel, EntryState how, Instant now, String fields) {
        store.drain(connection -> {
            Optional<Entry> entry = Entries.find(connection, SubmissionId.parse(parcel.id()));
            if (entry.isPresent() && entry.get().end().isEmpty()) {
                Entries.move(connection, parcel.seq(), how, now, null);
                Sql.update(connection, "UPDATE entry SET fields = nullif(?, '') WHERE seq = ?", fields, parcel.seq());
                Entries.letRatingsGo(connection, parcel.id(), now);
                note(connection, now, Occurrence.SUBMISSION_SENT_BACK, parcel, new Journal.Which(how));
            }
            return true;
        });
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
        store.exchange().ended();
    }

    static void giveUp(Connection connection, Entry entry, Instant now) throws SQLException {
        Entries.move(connection, entry.seq(), EntryState.GIVEN_UP, now, null);
        Entries.letGo(connection, entry.seq());
        Entries.letRatingsGo(connection, entry.id(), now);
        SqliteJournal.write(
                connection, now, Occurrence.SUBMISSION_GIVEN_UP, new Journal.Of(SubmissionId.parse(entry.id())));
    }

    /** The money for an unsettled one came: deliver it. */
    public void settled(Parcel parcel, Instant now) {
        store.drain(connection -> Sql.update(
                connection,
                "UPDATE entry SET state = 'READY', next_at = ?, changed_at = ?, attempts = 0 WHERE seq = ? AND state = 'UNSETTLED'",
                now.toEpochMilli(),
                now.toEpochMilli(),
                parcel.seq()));
    }

    /** Nothing of the department is tried before then. */
    private static void holdDepartment(Connection connection, String item, Instant until) throws SQLException {
        String department = item.substring(0, Math.max(0, item.indexOf('.')));
        Sql.update(
                connection,
                "UPDATE entry SET next_at = max(next_at, ?) WHERE next_at IS NOT NULL AND item >= ? AND item < ?",
                until.toEpochMilli(),
                department + ".",
                department + "/");
    }

    /** The line is back: what got no answer is due at once, and its waits begin small again. */
    public void lineIsBack(Instant now) {
        store.drain(connection -> {
            SqlitePrints.dueNow(connection, now);
            return Sql.update(
                    connection,
                    "UPDATE entry SET next_at = ?, attempts = 0 WHERE next_at > ? AND last IN ('NO_ANSWER', 'BEGUN')",
                    now.toEpochMilli(),
                    now.toEpochMilli());
        });
    }

    /** The clock was put back: what was to wait by the old one is due at once, else it might wait for ever. */
    public void clockWentBack(Instant now) {
        store.drain(connection -> {
            SqlitePrints.dueNow(connection, now);
            return Sql.update(
                    connection,
                    "UPDATE entry SET next_at = ?, changed_at = ? WHERE next_at IS NOT NULL AND changed_at > ?",
                    now.toEpochMilli(),
                    now.toEpochMilli(),
                    now.toEpochMilli());
        });
    }

    private static boolean note(Connection connection, Instant now, Occurrence occurrence, Parcel parcel)
            throws SQLException {
        return note(connection, now, occurrence, parcel, new Journal.Count(parcel.attempts()));
    }

    private static boolean note(
            Connection connection, Instant now, Occurrence occurrence, Parcel parcel, Journal.Figure figure)
            throws SQLException {
        SqliteJournal.write(connection, now, occurrence, new Journal.Of(SubmissionId.parse(parcel.id())), figure);
        return true;
    }
}
