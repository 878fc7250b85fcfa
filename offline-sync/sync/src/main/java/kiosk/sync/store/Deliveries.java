package kiosk.sync.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import kiosk.form.Problem;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Proof;
import kiosk.sync.store.Parcel.Setback;

/** The queue as the courier sees it. Every step is on disk, with its entry in the journal, when the call returns. */
public final class Deliveries {
    /** Longer than any order stays open: nobody stands and pays any more. */
    static final Duration LONGEST_HOLD = Duration.ofMinutes(30);

    /** Longer than a platform may ask for, with what is added to it. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(90);

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

    /** The next parcel due, one and whatever it is, those somebody stands and waits for first. */
    public Optional<Parcel> next(Instant now, IntFunction<Instant> again) {
        Due due = new Due(store);
        Due.Wish wish = new Due.Wish(now, Set.of(), Set.of(), new Due.Most(1, 1, 1));
        List<String> ids = due.waitedFor();
        Optional<Due.Choice> choice = due.begin(wish, ids, again)
                .or(() -> due.begin(wish, again).stream().findFirst());
        return choice.flatMap(it -> due.parcel(it, now).or(() -> next(now, again)));
    }

    /** What the disk gives of it is not what was sealed, or the platform has something else under its id: it is set aside. */
    public void setAside(SubmissionId id, Setback why, Instant now) {
        store.drain(connection -> {
            Optional<Entry> entry = Entries.find(connection, id);
            if (entry.isPresent() && entry.get().end().isEmpty()) {
                setAside(connection, entry.get(), why, now);
            }
            return true;
        });
        store.sweep();
        store.exchange().ended(List.of(id.toString()));
    }

    /** What waits for it goes as it does where the platform refuses: nobody leads it any more. */
    void setAside(Connection connection, Entry entry, Setback why, Instant now) throws SQLException {
        Entries.setAside(connection, entry, why, now);
        store.payloads().letRatingsGo(connection, entry.id(), now);
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

    /** Something that arrived, with the platform's receipt for it. */
    public record Arrival(SubmissionId id, Proof proof) {}

    /**
     * The platform has receipts that are not here, up to that place: this terminal goes on from an older state, and no number that it gave
     * today may be given once more. That is an alarm.
     */
    public void ledgerAhead(long place, Instant now) {
        store.drain(connection -> {
            SqliteJournal.write(connection, now, Occurrence.LEDGER_AHEAD, new Journal.Count(place));
            Sql.update(connection, "DELETE FROM leap");
            return Sql.update(connection, "INSERT INTO leap (at) VALUES (?)", now.toEpochMilli());
        });
    }

    /**
     * The platform has them: their receipts are kept, what was sealed is let go, their ratings may follow; all with one commit.
     *
     * @return the places of those receipts where the one before it is not here (yet), or contradicts it
     */
    public List<Long> delivered(List<Arrival> arrived, Instant now) {
        List<Arrival> inTurn = arrived.stream()
                .sorted(Comparator.comparingLong(it -> it.proof().signed().ledgerSeq()))
                .toList();
        List<Long> doubtful = store.drain(connection -> {
            List<Long> places = new ArrayList<>();
            for (Arrival each : inTurn) {
                Optional<Ledger.Sent> sent = Ledger.sent(connection, each);
                if (sent.isPresent() && !Ledger.close(connection, sent.get(), each, now, store.payloads())) {
                    places.add(each.proof().signed().ledgerSeq());
                }
            }
            return places;
        });
        store.sweep();
        store.exchange().ended(arrived.stream().map(it -> it.id().toString()).toList());
        return doubtful;
    }

    /** The platform has this one. */
    public List<Long> delivered(SubmissionId id, Proof proof, Instant now) {
        return delivered(List.of(new Arrival(id, proof)), now);
    }

    /** Whether the receipt before one at that place is missing now that nothing is under way that could bring it; that is an alarm. */
    public boolean missingBefore(long place, Instant now) {
        return store.drain(connection -> {
            boolean missing = !Ledger.precedes(connection, place);
            if (missing) {
                SqliteJournal.write(connection, now, Occurrence.RECEIPT_GAP, new Journal.Which(Ledger.Finding.GAP));
            }
            return missing;
        });
    }

    /** No end yet: tried again then, unless it ended otherwise meanwhile. */
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
        store.exchange().ended(List.of(parcel.id()));
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
        store.exchange().ended(List.of(parcel.id()));
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

    /** What waits for one that will not come, or is not here any more, waits no longer. */
    public void letStraysGo(Instant now) {
        store.drain(connection -> Entries.letStraysGo(connection, now));
    }

    /** The line is back: what got no answer is due at once. */
    public void lineIsBack(Instant now) {
        store.drain(connection -> Entries.lineIsBack(connection, now));
    }

    /** The clock was put back before this began: what was to wait by the old one would wait for ever. */
    public void clockWentBack(Instant now) {
        store.drain(connection -> Entries.clockWentBack(connection, now, LONGEST_WAIT));
    }

    /** The clock was put on by so much, or back: what waits goes on waiting for as long as it would have. */
    public void clockJumped(Instant now, Duration by) {
        store.drain(connection -> Entries.clockJumped(connection, now, by, LONGEST_WAIT));
    }

    private static boolean note(
            Connection connection, Instant now, Occurrence occurrence, Parcel parcel, Journal.Figure figure)
            throws SQLException {
        SqliteJournal.write(connection, now, occurrence, new Journal.Of(SubmissionId.parse(parcel.id())), figure);
        return true;
    }
}
