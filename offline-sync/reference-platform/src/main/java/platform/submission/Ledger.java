package platform.submission;

import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import platform.item.Item;
import platform.seal.Manifest;
import platform.seal.PlatformKeys;
import platform.seal.Subject;
import platform.store.Row;
import platform.store.Transaction;
import platform.submission.Receipt.Journal;
import platform.submission.Receipt.Promise;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** The permanent record of what was accepted: each id once, with one digest, from one terminal, in that terminal's own chain. */
final class Ledger {
    private final PlatformClock clock;
    private final PlatformKeys keys;

    Ledger(PlatformClock clock, PlatformKeys keys) {
        this.clock = clock;
        this.keys = keys;
    }

    /** The first answer to this very delivery, if it was accepted before. */
    Optional<byte[]> earlierReceipt(Transaction tx, Delivery delivery) throws SQLException, Refusal {
        Optional<Row> entry = tx.one("SELECT terminal, digest, receipt FROM ledger WHERE id = ?", delivery.id());
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (!entry.get().text("terminal").equals(delivery.terminal())) {
            throw new Refusal(ErrorCode.OTHER_TERMINAL);
        }
        if (!entry.get().text("digest").equals(delivery.digest())) {
            throw new Refusal(ErrorCode.DIGEST_MISMATCH);
        }
        return Optional.of(entry.get().bytes("receipt"));
    }

    /** Where a terminal's chain stands. */
    record Tip(long seq, String head) {}

    /** Nobody else enters anything of this terminal's before the transaction ends. */
    Tip lock(Transaction tx, String terminal) throws SQLException, Refusal {
        return tx.oneLocked("SELECT ledger_seq, head FROM terminal WHERE id = ? AND state = 'enrolled'", terminal)
                .map(row -> new Tip(row.number("ledger_seq"), row.text("head")))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_TERMINAL));
    }

    /** Enters a delivery behind the tip and gives it its receipt; nothing where another entry stands in its place by now. */
    Optional<byte[]> enter(Transaction tx, Delivery delivery, Tip tip, Item item) throws SQLException, Refusal {
        Subject subject = delivery.subject();
        Manifest.Journal journal = delivery.sealed().manifest().journal();
        Receipt receipt = new Receipt(
                        subject.id(),
                        subject.terminal(),
                        subject.number(),
                        delivery.digest(),
                        caseNumber(tx, subject, item),
                        clock.text(),
                        promise(subject, item),
                        tip.seq() + 1,
                        tip.head(),
                        new Journal(journal.count(), Digest.sm3Text(journal.head())),
                        "",
                        "")
                .signedBy(keys.sign());
        byte[] bytes = Json.bytes(receipt);
        if (write(tx, subject, receipt, bytes) == 0) {
            return Optional.empty();
        }
        tx.change(
                "UPDATE terminal SET ledger_seq = ?, head = ? WHERE id = ?",
                receipt.ledgerSeq(),
                receipt.head(),
                subject.terminal());
        return Optional.of(bytes);
    }

    private static int write(Transaction tx, Subject subject, Receipt receipt, byte[] bytes) throws SQLException {
        return tx.change(
                "INSERT INTO ledger (id, terminal, digest, number, item, kind, replaces, terminal_seq, case_number,"
                        + " accepted_at, receipt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                subject.id(),
                subject.terminal(),
                receipt.digest(),
                subject.number(),
                subject.item(),
                subject.kind(),
                subject.isCorrection() ? subject.ids().replaces() : null,
                receipt.ledgerSeq(),
                receipt.caseNumber(),
                receipt.acceptedAt(),
                bytes);
    }

    private Promise promise(Subject subject, Item item) {
        boolean immediate = subject.isRating() || item.workingDays() == 0;
        return immediate ? Promise.immediate(clock.today()) : Promise.workingDays(item.workingDays(), clock.today());
    }

    /** That of the case it rates or puts right, else a new one. */
    private String caseNumber(Transaction tx, Subject subject, Item item) throws SQLException, Refusal {
        if (subject.isCorrection()) {
            return known(tx, subject.ids().replaces(), ErrorCode.REPLACES_WRONG);
        }
        if (subject.isRating()) {
            return known(tx, subject.ids().dependsOn(), ErrorCode.DEPENDS_ON_MISSING);
        }
        String day = clock.today().format(DateTimeFormatter.BASIC_ISO_DATE);
        return CaseNumber.of(item.department(), clock.today(), tx.next("case-" + day));
    }

    private static String known(Transaction tx, String id, ErrorCode otherwise) throws SQLException, Refusal {
        return tx.one("SELECT case_number FROM ledger WHERE id = ?", id)
                .orElseThrow(() -> new Refusal(otherwise))
                .text("case_number");
    }

    /** What it depends on must have come before it, from the same terminal; nobody rates a rating. */
    void mustHaveWhatItDependsOn(Transaction tx, Subject subject) throws SQLException, Refusal {
        String needed = subject.ids().dependsOn();
        if (!needed.isEmpty()
                && tx.one(
                                "SELECT 1 AS there FROM ledger WHERE id = ? AND terminal = ? AND kind <> 'rating'",
                                needed,
                                subject.terminal())
                        .isEmpty()) {
            throw new Refusal(ErrorCode.DEPENDS_ON_MISSING);
        }
    }
}
