package kiosk.sync.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.CaseReceipt;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.sync.number.Numbers;
import kiosk.sync.seal.Proof;
import kiosk.sync.seal.SignedReceipt;
import kiosk.sync.store.Deliveries.Arrival;
import kiosk.sync.store.Deliveries.Unproven;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The receipts of this terminal as a chain: each names the one before it (PLATFORM-API.md, section 5.2). */
final class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final String NOTHING = "sm3=:" + "A".repeat(43) + "=:";

    /** What the receipt before a place is called, what the one at it is called, and what the one after it calls the one before it. */
    private static final String BESIDE = "SELECT (SELECT chain FROM entry WHERE ledger_seq = ?1 - 1),"
            + " (SELECT chain FROM entry WHERE ledger_seq = ?1), (SELECT previous FROM entry WHERE ledger_seq = ?1 + 1)";

    private static final int LATELY = 2000;
    private static final String OPEN = "SELECT seq, id, number, digest FROM entry WHERE seq > ? AND"
            + " (state IN ('HELD', 'UNSETTLED', 'READY', 'SENT_BACK', 'REFUSED') OR"
            + " (state = 'GIVEN_UP' AND attempts > 0 AND seq > (SELECT max(seq) - ? FROM entry))) ORDER BY seq LIMIT ?";

    /** What the receipt says is in its text as it came; at once decided is what has no day. */
    private static final String SHORTENED = "SELECT receipt ->> '$.number', receipt ->> '$.caseNumber',"
            + " receipt ->> '$.acceptedAt', CASE WHEN receipt ->> '$.promise.kind' <> 'immediate'"
            + " THEN receipt ->> '$.promise.due' END FROM kept WHERE id = ? AND json_valid(receipt)"
            + " AND receipt ->> '$.number' IS NOT NULL AND receipt ->> '$.caseNumber' IS NOT NULL"
            + " AND receipt ->> '$.acceptedAt' IS NOT NULL";

    private Ledger() {}

    /** Whether the receipt before that place is here. */
    static boolean precedes(Connection connection, long place) throws SQLException {
        return place == 1
                || Sql.first(connection, "SELECT 1 FROM entry WHERE ledger_seq = ?", row -> row.getInt(1), place - 1)
                        .isPresent();
    }

    /** What a receipt says beside those that are here. */
    enum Finding {
        /** It fits to its neighbours. */
        FITS,
        /** The one before it is not here (yet). */
        GAP,
        /** It contradicts its neighbours: something was taken out or put in. */
        BROKEN
    }

    /**
     * What a receipt came for.
     *
     * @param vouched whether the receipt repeats what the manifest said of the journal
     */
    record Sent(long seq, int attempts, boolean vouched) {}

    /** The entry that arrived; of all that is known of it no more is read than is needed to close it. */
    static Optional<Sent> sent(Connection connection, Arrival arrived) throws SQLException {
        SignedReceipt.Journal journal = arrived.proof().signed().journal();
        return Sql.first(
                connection,
                "SELECT seq, attempts, journal_count = ? AND journal_head = ? FROM entry WHERE id = ?",
                row -> new Sent(row.getLong(1), row.getInt(2), row.getBoolean(3)),
                journal.count(),
                journal.head(),
                arrived.id().toString());
    }

    /** Closes an entry with its receipt; answers whether that fits to those that are here. */
    static boolean close(Connection connection, Sent sent, Arrival arrived, Instant now, Payloads payloads)
            throws SQLException {
        String chain = arrived.proof().signed().chain();
        Finding finding = fits(connection, arrived.proof().signed(), chain);
        keep(connection, sent.seq(), arrived.proof(), chain, now);
        payloads.letGo(connection, sent.seq());
        Entries.letFollow(connection, arrived.id().toString(), "rates", now);
        Entries.letFollow(connection, arrived.id().toString(), "replaces", now);
        Journal.Of which = new Journal.Of(arrived.id());
        SqliteJournal.write(
                connection, now, Occurrence.SUBMISSION_DELIVERED, which, new Journal.Count(sent.attempts()));
        if (finding == Finding.BROKEN) {
            LOG.error("the receipt of {} contradicts its neighbours", arrived.id());
            SqliteJournal.write(connection, now, Occurrence.RECEIPT_GAP, which, new Journal.Which(finding));
        }
        if (!sent.vouched()) {
            LOG.error("the receipt of {} says something else of the journal", arrived.id());
            SqliteJournal.write(connection, now, Occurrence.RECEIPT_JOURNAL_DIFFERS, which);
        }
        return finding == Finding.FITS;
    }

    /** In one step: the row is long by now, and each step writes it and its places in the indexes anew. */
    private static void keep(Connection connection, long seq, Proof proof, String chain, Instant now)
            throws SQLException {
        CaseReceipt receipt = proof.receipt();
        Sql.update(
                connection,
                "UPDATE entry SET state = 'DELIVERED', changed_at = ?, next_at = NULL, holder = NULL, case_number = ?,"
                        + " accepted_at = ?, due = ?, last = NULL, ledger_seq = ?, chain = ?, previous = ?, receipt = ?"
                        + " WHERE seq = ?",
                now.toEpochMilli(),
                receipt.caseNumber(),
                receipt.accepted().toEpochMilli(),
                receipt.due().map(Object::toString).orElse(null),
                proof.signed().ledgerSeq(),
                chain,
                proof.signed().previous(),
                proof.asItCame(),
                seq);
    }

    private static Finding fits(Connection connection, SignedReceipt receipt, String chain) throws SQLException {
        return Sql.first(connection, BESIDE, row -> fits(row, receipt, chain), receipt.ledgerSeq())
                .orElseThrow();
    }

    private static Finding fits(ResultSet beside, SignedReceipt receipt, String chain) throws SQLException {
        String before = receipt.ledgerSeq() == 1 ? NOTHING : beside.getString(1);
        String same = beside.getString(2);
        String after = beside.getString(3);
        if ((same != null && !same.equals(chain)) || (after != null && !after.equals(chain))) {
            return Finding.BROKEN;
        }
        if (before == null) {
            return Finding.GAP;
        }
        return before.equals(receipt.previous()) ? Finding.FITS : Finding.BROKEN;
    }

    /** The last place that is known here; 0 before the first. */
    static long last(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        "SELECT coalesce(max(ledger_seq), 0) FROM entry WHERE ledger_seq IS NOT NULL",
                        row -> row.getLong(1))
                .orElse(0L);
    }

    /**
     * Those of which no receipt is here, after that one, oldest first; those given up lately among them, because what was under way then
     * may have arrived.
     */
    static List<Unproven> open(Connection connection, long after, int most) throws SQLException {
        return Sql.all(connection, OPEN, Ledger::unproven, after, LATELY, most);
    }

    static List<Unproven> deliveredBefore(Connection connection, Instant time, int most) throws SQLException {
        return Sql.all(
                connection,
                "SELECT seq, id, number, digest FROM entry WHERE next_at IS NULL AND state = 'DELIVERED' AND changed_at < ?"
                        + " AND ledger_seq < (SELECT max(ledger_seq) FROM entry) ORDER BY seq LIMIT ?",
                Ledger::unproven,
                time.toEpochMilli(),
                most);
    }

    static int shorten(Connection connection, Collection<SubmissionId> delivered) throws SQLException {
        int shortened = 0;
        for (SubmissionId id : delivered) {
            Sql.update(
                    connection,
                    "INSERT OR IGNORE INTO kept (id, digest, receipt, ledger_seq) SELECT id, digest, receipt, ledger_seq"
                            + " FROM entry WHERE id = ? AND state = 'DELIVERED' AND receipt IS NOT NULL",
                    id.toString());
            Numbers.remember(connection, "id = ?", id.toString());
            shortened += Sql.update(
                    connection, "DELETE FROM entry WHERE id = ? AND id IN (SELECT id FROM kept)", id.toString());
        }
        return shortened;
    }

    /** What is left to tell of one whose details were let go of. */
    record Shortened(SubmissionNumber number, CaseReceipt receipt) {}

    /** What its receipt says, which is kept for good. */
    static Optional<Shortened> shortened(Connection connection, SubmissionId id) throws SQLException {
        return Sql.first(connection, SHORTENED, Ledger::shortened, id.toString())
                .flatMap(it -> it);
    }

    private static Optional<Shortened> shortened(ResultSet row) throws SQLException {
        try {
            CaseReceipt receipt = new CaseReceipt(
                    row.getString(2),
                    OffsetDateTime.parse(row.getString(3)).toInstant(),
                    Optional.ofNullable(row.getString(4)).map(LocalDate::parse));
            return Optional.of(new Shortened(new SubmissionNumber(row.getString(1)), receipt));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            LOG.error("a receipt that was kept makes no sense");
            return Optional.empty();
        }
    }

    private static Unproven unproven(ResultSet row) throws SQLException {
        return new Unproven(row.getLong(1), SubmissionId.parse(row.getString(2)), row.getString(3), row.getString(4));
    }
}
