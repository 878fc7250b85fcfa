package kiosk.sync.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kiosk.form.Problem;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.disk.Troubles;
import kiosk.sync.store.Parcel.Setback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One row of the queue, without the sealed bytes. */
record Entry(
        long seq,
        String id,
        String number,
        String kind,
        String item,
        String department,
        boolean large,
        Optional<String> rates,
        EntryState state,
        String digest,
        String bodyDigest,
        Instant taken,
        int attempts,
        Optional<Instant> next,
        List<String> fields,
        Optional<CaseReceipt> receipt) {
    private static final Logger LOG = LoggerFactory.getLogger(Entry.class);

    static final String COLUMNS =
            "seq, id, number, kind, item, department, large, rates, state, digest, body_digest, taken_at, attempts, next_at, fields,"
                    + " case_number, accepted_at, due";
    private static final String GARBLED = "SELECT " + COLUMNS + " FROM entry NOT INDEXED WHERE state NOT IN"
            + " ('HELD', 'UNSETTLED', 'READY', 'SENT_BACK', 'REFUSED', 'DELIVERED', 'GIVEN_UP')";

    /** A row as it is on disk; one that makes no sense is {@link EntryState#GARBLED}. */
    static Entry from(ResultSet row) throws SQLException {
        try {
            Entry entry = from(row, EntryState.valueOf(row.getString("state")), receipt(row));
            SubmissionId.parse(entry.id());
            entry.submissionNumber();
            return entry;
        } catch (IllegalArgumentException | DateTimeException e) {
            LOG.error(
                    "entry {} makes no sense: {}",
                    row.getLong("seq"),
                    e.getClass().getSimpleName());
            return from(row, EntryState.GARBLED, Optional.empty());
        }
    }

    private static Entry from(ResultSet row, EntryState state, Optional<CaseReceipt> receipt) throws SQLException {
        return new Entry(
                row.getLong("seq"),
                row.getString("id"),
                row.getString("number"),
                row.getString("kind"),
                row.getString("item"),
                row.getString("department"),
                row.getInt("large") == 1,
                Optional.ofNullable(row.getString("rates")),
                state,
                row.getString("digest"),
                row.getString("body_digest"),
                Instant.ofEpochMilli(row.getLong("taken_at")),
                row.getInt("attempts"),
                next(row),
                Optional.ofNullable(row.getString("fields"))
                        .map(it -> List.of(it.split(",")))
                        .orElse(List.of()),
                receipt);
    }

    private static Optional<Instant> next(ResultSet row) throws SQLException {
        long at = row.getLong("next_at");
        return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(at));
    }

    private static Optional<CaseReceipt> receipt(ResultSet row) throws SQLException {
        String caseNumber = row.getString("case_number");
        if (caseNumber == null) {
            return Optional.empty();
        }
        return Optional.of(new CaseReceipt(
                caseNumber,
                Instant.ofEpochMilli(row.getLong("accepted_at")),
                Optional.ofNullable(row.getString("due")).map(LocalDate::parse)));
    }

    /** Sets aside what nobody would ever come across: a row whose state makes no sense is in no one's way. */
    static int setAsideGarbled(Connection connection, Instant now) throws SQLException {
        List<Entry> garbled = Sql.all(connection, GARBLED, Entry::from);
        if (!garbled.isEmpty()) {
            Troubles.reindex(connection);
        }
        for (Entry entry : garbled) {
            Entries.setAside(connection, entry, Setback.DAMAGED, now);
        }
        return garbled.size();
    }

    SubmissionNumber submissionNumber() {
        return new SubmissionNumber(number);
    }

    Outbox.Waiting waiting() {
        return new Outbox.Waiting(
                submissionId(),
                state == EntryState.GARBLED ? Optional.empty() : Optional.of(submissionNumber()),
                item,
                state == EntryState.GARBLED ? EntryState.REFUSED.name() : state.name(),
                taken,
                attempts,
                next);
    }

    /** The id on the wire; one that makes no sense is stood in for by one that nothing else has. */
    SubmissionId submissionId() {
        try {
            return SubmissionId.parse(id);
        } catch (IllegalArgumentException e) {
            return new SubmissionId(new UUID(0, seq));
        }
    }

    /** What became of it; empty while it is under way. The fields on disk stand in for the platform's words. */
    Optional<Outbox.Delivery> end() {
        return switch (state) {
            case HELD, UNSETTLED, READY, GARBLED -> Optional.empty();
            case SENT_BACK -> Optional.of(new Outbox.SentBack(problems()));
            case REFUSED -> Optional.of(new Outbox.Refused());
            case DELIVERED -> receipt.map(Outbox.Delivered::new);
            case GIVEN_UP -> Optional.of(new Outbox.GivenUp());
        };
    }

    private List<Problem> problems() {
        if (fields.isEmpty()) {
            return List.of(new Problem(Optional.empty(), Problem.Why.PLATFORM, Optional.empty()));
        }
        return fields.stream().map(it -> Problem.of(it, Problem.Why.PLATFORM)).toList();
    }
}
