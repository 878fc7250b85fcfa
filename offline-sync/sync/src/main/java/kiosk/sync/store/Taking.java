package kiosk.sync.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Correction;
import kiosk.submission.Outbox.Acceptance;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.NotAccepted;
import kiosk.submission.Outbox.Why;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.number.Numbers;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.Labels;
import kiosk.sync.seal.NotSealed;
import kiosk.sync.seal.Sealed;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Sealing;
import kiosk.sync.store.Entries.NewEntry;
import kiosk.sync.store.Parcel.Piece;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How something is taken in. Its pages are sealed and the large ones lie in their files before the transaction begins that gives it its
 * number, seals the rest and stores it: there is never a number without its submission, and never a row without its parts.
 */
final class Taking {
    /** Few columns: the driver asks for the name of each, each time. */
    private static final String KNOWN =
            "SELECT (SELECT number FROM entry WHERE id = ?1), EXISTS (SELECT 1 FROM kept WHERE id = ?1)";

    private static final Logger LOG = LoggerFactory.getLogger(Taking.class);

    private final Store store;
    private final Sealer sealer;
    private final HolderMarks marks;
    private final String terminal;
    private final Clock clock;
    private final Numbers numbers;

    Taking(Store store, Sealer sealer, HolderMarks marks, String terminal, Clock clock) {
        this.marks = marks;
        this.store = store;
        this.sealer = sealer;
        this.terminal = terminal;
        this.clock = clock;
        this.numbers = new Numbers(terminal, store.counterBase(), clock.getZone());
    }

    /** How an entry begins. */
    private record Terms(
            String item,
            String kind,
            @Nullable String rates,
            EntryState state,
            boolean due,
            Optional<Correction> correction,
            @Nullable String holder) {}

    Acceptance submission(Submission submission, EntryState state) {
        return take(
                submission.id(),
                () -> sealer.begin(submission),
                connection -> new Terms(
                        submission.item().code(),
                        submission.item().kind().name().toLowerCase(Locale.ROOT),
                        null,
                        state,
                        state == EntryState.READY && !waits(connection, submission.correction()),
                        submission.correction(),
                        marks.of(submission.citizen())));
    }

    /** What puts another right goes after it, where that other is still here. */
    private static boolean waits(Connection connection, Optional<Correction> correction) throws SQLException {
        Optional<SubmissionId> replaced = correction.flatMap(Correction::replaces);
        Optional<Entry> first = replaced.isPresent() ? Entries.find(connection, replaced.get()) : Optional.empty();
        return first.map(it -> it.end().isEmpty()).orElse(false);
    }

    Acceptance rating(Rating rating) {
        return take(rating.id(), () -> sealer.begin(rating), connection -> {
            Entry rated = Entries.find(connection, rating.of())
                    .orElseThrow(() -> new NotSealed("what is rated was not handed in here"));
            boolean due = rated.state() == EntryState.DELIVERED;
            EntryState state = due || rated.end().isEmpty() ? EntryState.READY : EntryState.GIVEN_UP;
            return new Terms(rated.item(), "rating", rated.id(), state, due, Optional.empty(), null);
        });
    }

    private Acceptance take(SubmissionId id, Supplier<Sealing> begin, Database.Work<Terms> terms) {
        List<String> files = new ArrayList<>();
        try (Sealing sealing = sealing(begin)) {
            files.addAll(kept(sealing.uploaded()));
            SubmissionNumber number = store.database().run(connection -> {
                Optional<SubmissionNumber> known = known(connection, id);
                return known.isPresent()
                        ? known.get()
                        : queued(connection, new Bringing(id, sealing, files), terms.on(connection));
            });
            return new Accepted(number);
        } catch (NotSealed e) {
            LOG.error("a submission could not be sealed: {}", e.getMessage());
            return unlessKnown(id, Why.NOT_SEALED);
        } catch (StoreTrouble e) {
            return unlessKnown(id, e.kind() == StoreTrouble.Kind.FULL ? Why.FULL : Why.BROKEN);
        } finally {
            store.payloads().drop(files);
            store.sweep();
        }
    }

    /** The number it was taken under, however long ago. */
    static Optional<SubmissionNumber> known(Connection connection, SubmissionId id) throws SQLException {
        Trace trace = Sql.first(connection, KNOWN, Trace::from, id.toString()).orElseThrow();
        return trace.shortened()
                ? Ledger.shortened(connection, id).map(Ledger.Shortened::number)
                : trace.number().map(SubmissionNumber::new);
    }

    /** What is here of an id: an entry with a number, or what is kept for good. */
    private record Trace(Optional<String> number, boolean shortened) {
        static Trace from(ResultSet row) throws SQLException {
            Optional<String> number = Optional.ofNullable(row.getString(1));
            return new Trace(number, number.isEmpty() && row.getBoolean(2));
        }
    }

    /** What is brought to the store; the files of its uploaded pages lie there already. */
    private record Bringing(SubmissionId id, Sealing sealing, List<String> files) {}

    private Sealing sealing(Supplier<Sealing> begin) {
        if (!store.room().enough()) {
            throw StoreTrouble.full();
        }
        return begin.get();
    }

    private List<String> kept(List<Sealed.Part> parts) {
        long bytes = parts.stream().mapToLong(it -> it.bytes().length).sum();
        if (bytes > 0 && !store.room().enough(bytes)) {
            throw StoreTrouble.full();
        }
        try {
            return store.payloads()
                    .files()
                    .keep(parts.stream().map(Sealed.Part::bytes).toList());
        } catch (IOException e) {
            LOG.error("the sealed parts could not be kept: {}", e.getClass().getSimpleName());
            throw store.room().full(bytes) ? StoreTrouble.full() : new StoreTrouble(StoreTrouble.Kind.UNSURE, e);
        }
    }

    private SubmissionNumber queued(Connection connection, Bringing bringing, Terms terms) throws SQLException {
        Instant now = clock.instant();
        Labels labels = labels(connection, terms);
        Sealed sealed = bringing.sealing().finished(labels);
        if (sealed.uploaded().size() > bringing.files().size()) {
            bringing.files().addAll(0, kept(sealed.uploaded().subList(0, 1)));
        }
        NewEntry entry = new NewEntry(
                bringing.id(), labels, terms.rates(), terms.state(), terms.due(), terms.correction(), terms.holder());
        store(connection, entry, now, sealed.put(), Payloads.pieces(sealed, bringing.files()));
        return new SubmissionNumber(labels.number());
    }

    /** Stores an entry, what was sealed for it, and what the journal says of it. */
    static void store(Connection connection, NewEntry entry, Instant now, Sealed.Put put, List<Piece> pieces)
            throws SQLException {
        Entries.insert(connection, entry, put, now, pieces);
        if (entry.state() != EntryState.GIVEN_UP) {
            Payloads.insert(connection, put.body(), pieces);
        }
        JournalHead end = entry.labels().journal();
        SqliteJournal.write(connection, end, now, Occurrence.SUBMISSION_QUEUED, new Journal.Of(entry.id()));
    }

    private Labels labels(Connection connection, Terms terms) throws SQLException {
        LocalDate today = LocalDate.now(clock);
        SubmissionNumber number =
                terms.correction().isPresent() ? terms.correction().get().number() : numbers.next(connection, today);
        return new Labels(terminal, number.text(), terms.item(), terms.kind(), clock, SqliteJournal.head(connection));
    }

    /** A commit that failed may be on disk nevertheless: only a look at the store opened anew tells. */
    private Acceptance unlessKnown(SubmissionId id, Why why) {
        numbers.lookAgain();
        try {
            Optional<SubmissionNumber> found = store.database().run(connection -> known(connection, id));
            return found.isPresent() ? new Accepted(found.get()) : refused(why);
        } catch (StoreTrouble still) {
            return refused(still.kind() == StoreTrouble.Kind.FULL ? why : Why.BROKEN);
        }
    }

    private Acceptance refused(Why why) {
        store.gate().doubt();
        store.journal().note(Occurrence.SUBMISSION_NOT_ACCEPTED, new Journal.Which(why));
        return new NotAccepted(why);
    }
}
