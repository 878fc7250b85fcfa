package platform.submission;

import java.sql.SQLException;
import platform.item.Item;
import platform.seal.ScannedPage;
import platform.store.Transaction;
import platform.wire.ErrorCode;
import platform.wire.Refusal;

/** Writes down what a submission is about, in the transaction that enters it into the ledger. */
final class Matters {

    void open(Transaction tx, Submitted submitted, Delivery delivery, Item item) throws SQLException, Refusal {
        if (delivery.isRating()) {
            rate(tx, submitted, delivery);
        }
        tx.change(
                "INSERT INTO matter (id, holder, state, submission) VALUES (?, ?, ?, ?)",
                delivery.id(),
                submitted.holderNumber(),
                firstState(delivery, item),
                submitted.payload().json());
        for (ScannedPage page : submitted.payload().pages()) {
            tx.change(
                    "INSERT INTO page VALUES (?, ?, ?, ?, ?)",
                    delivery.id(),
                    page.material(),
                    page.page(),
                    page.contentType(),
                    page.content());
        }
    }

    private static String firstState(Delivery delivery, Item item) {
        if (delivery.isRating()) {
            return "completed";
        }
        return item.isIssuedAtOnce() ? "accepted" : "processing";
    }

    private static void rate(Transaction tx, Submitted submitted, Delivery delivery) throws SQLException, Refusal {
        int entered = tx.change(
                "INSERT INTO rating (rated, id, stars) VALUES (?, ?, ?) ON CONFLICT (rated) DO NOTHING",
                delivery.dependsOn(),
                delivery.id(),
                submitted.stars());
        if (entered == 0) {
            throw new Refusal(ErrorCode.ALREADY_RATED);
        }
    }
}
