package platform.submission;

import java.sql.SQLException;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import platform.item.Item;
import platform.store.Row;
import platform.store.Transaction;
import platform.submission.Receipt.Promise;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** The permanent record of what was accepted: each id once, with one digest, from one terminal. */
final class Ledger {
    private final PlatformClock clock;

    Ledger(PlatformClock clock) {
        this.clock = clock;
    }

    /** The first answer to this very delivery, if it was accepted before. */
    Optional<byte[]> earlierReceipt(Transaction tx, Delivery delivery) throws SQLException, Refusal {
        Optional<Row> entry = tx.one("SELECT * FROM ledger WHERE id = ?", delivery.id());
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

    /** Enters a delivery and gives it its receipt. */
    byte[] enter(Transaction tx, Delivery delivery, Item item, Promise promise) throws SQLException, Refusal {
        String caseNumber = delivery.isRating() ? ratedCase(tx, delivery) : newCase(tx, item);
        long seq = tx.next("ledger");
        String now = clock.now().toString();
        byte[] receipt = Json.bytes(
                new Receipt(delivery.id(), delivery.number(), delivery.digest(), caseNumber, now, promise, seq));
        tx.change(
                "INSERT INTO ledger VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                seq,
                delivery.id(),
                delivery.terminal(),
                delivery.digest(),
                delivery.number(),
                delivery.item(),
                delivery.kind(),
                caseNumber,
                now,
                receipt);
        return receipt;
    }

    private String newCase(Transaction tx, Item item) throws SQLException {
        String day = clock.today().format(DateTimeFormatter.BASIC_ISO_DATE);
        return CaseNumber.of(item.department(), clock.today(), tx.next("case-" + day));
    }

    private static String ratedCase(Transaction tx, Delivery rating) throws SQLException, Refusal {
        return tx.one(
                        "SELECT case_number FROM ledger WHERE id = ? AND terminal = ? AND kind <> 'rating'",
                        rating.dependsOn(),
                        rating.terminal())
                .orElseThrow(() -> new Refusal(ErrorCode.DEPENDS_ON_MISSING))
                .text("case_number");
    }
}
