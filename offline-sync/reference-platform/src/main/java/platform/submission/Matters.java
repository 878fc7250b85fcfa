package platform.submission;

import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import platform.item.Item;
import platform.seal.ScannedPage;
import platform.seal.Subject;
import platform.store.Transaction;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.Problem;
import platform.wire.Refusal;

/** Writes down what a submission is about, in the transaction that enters it into the ledger. */
final class Matters {
    private final Corrections corrections;

    Matters(Corrections corrections) {
        this.corrections = corrections;
    }

    /** A case that is open from now on, sent back at once where something has to be put right. */
    void open(Transaction tx, Subject subject, Submitted submitted, Item item, List<Problem> problems)
            throws SQLException, Refusal {
        if (subject.isRating()) {
            rate(tx, subject, submitted);
        }
        tx.change(
                "INSERT INTO matter (id, holder, state, submission, problems) VALUES (?, ?, ?, ?, ?)",
                subject.id(),
                submitted.holderNumber(),
                problems.isEmpty() ? firstState(subject, item) : "returned",
                submitted.bytes(),
                written(problems));
        for (ScannedPage page : submitted.pages()) {
            tx.change(
                    "INSERT INTO page VALUES (?, ?, ?, ?, ?)",
                    subject.id(),
                    page.material(),
                    page.page(),
                    page.contentType(),
                    page.content());
        }
        if (subject.isCorrection()) {
            corrections.keepPages(tx, subject, submitted);
        }
    }

    private static byte @Nullable [] written(List<Problem> problems) {
        return problems.isEmpty() ? null : Json.bytes(problems);
    }

    private static String firstState(Subject subject, Item item) {
        if (subject.isRating()) {
            return "completed";
        }
        return item.isIssuedAtOnce() ? "accepted" : "processing";
    }

    private static void rate(Transaction tx, Subject subject, Submitted submitted) throws SQLException, Refusal {
        int entered = tx.change(
                "INSERT INTO rating (rated, id, stars) VALUES (?, ?, ?) ON CONFLICT (rated) DO NOTHING",
                subject.ids().dependsOn(),
                subject.id(),
                submitted.stars());
        if (entered == 0) {
            throw new Refusal(ErrorCode.ALREADY_RATED);
        }
    }
}
