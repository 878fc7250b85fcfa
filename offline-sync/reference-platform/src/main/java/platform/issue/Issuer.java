package platform.issue;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import platform.issue.CertificatePdf.Issue;
import platform.issue.CertificatePdf.Printed;
import platform.item.Item;
import platform.item.Items;
import platform.people.People;
import platform.people.Person;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.Transaction;
import platform.submission.Submitted;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Fault;
import platform.wire.Json;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** Makes the documents of accepted matters; what a restart interrupts is made afterwards, once. */
public final class Issuer {
    private static final Logger LOG = LoggerFactory.getLogger(Issuer.class);
    private static final int MOST_TRIES = 10;
    private static final int AT_ONCE = 100;
    private static final Duration TAKEN_FOR = Duration.ofSeconds(10);

    private final IngestStore store;
    private final People people;
    private final Items items;
    private final PlatformClock clock;
    private final Authors authors;

    public Issuer(IngestStore store, People people, Items items, PlatformClock clock) {
        this.store = store;
        this.people = people;
        this.items = items;
        this.clock = clock;
        this.authors = new Authors(clock);
    }

    /**
     * Takes from the outbox what was accepted, the oldest first: what is issued at once is made, the rest waits for an official. What one
     * node has taken another leaves alone for a while; where the first did not finish it takes it, and whoever finishes first counts.
     */
    public void takeWhatWasAccepted() {
        List<Row> taken = store.inTransaction(tx -> tx.all(
                "UPDATE relay SET taken_until = ? WHERE taken_until <= ? AND id IN (SELECT id FROM relay"
                        + " WHERE taken_until <= ? AND tries < ? ORDER BY seq LIMIT ?) RETURNING id",
                clock.millis() + TAKEN_FOR.toMillis(),
                clock.millis(),
                clock.millis(),
                MOST_TRIES,
                AT_ONCE));
        List<String> done =
                taken.stream().map(row -> row.text("id")).filter(this::isDone).toList();
        if (!done.isEmpty()) {
            store.inTransaction(tx -> forget(tx, done));
        }
    }

    private static int forget(Transaction tx, List<String> done) throws SQLException {
        int forgotten = 0;
        for (String id : done) {
            forgotten += tx.change("DELETE FROM relay WHERE id = ?", id);
        }
        return forgotten;
    }

    /** Whether there is nothing more to do for what was accepted. */
    private boolean isDone(String id) {
        try {
            if (isDue(id)) {
                issue(id);
            }
            return true;
        } catch (Refusal | RuntimeException e) {
            // Whatever is wrong with one document, the others are made all the same; a store that failed fails the
            // count too.
            LOG.error("The document of {} cannot be made: {}", id, Fault.of(e));
            store.inTransaction(tx -> tx.change("UPDATE relay SET tries = tries + 1 WHERE id = ?", id));
            return false;
        }
    }

    private boolean isDue(String id) {
        return store.inTransaction(tx -> tx.one("SELECT 1 AS due FROM matter WHERE id = ? AND state = 'accepted'", id))
                .isPresent();
    }

    /** Makes one document; what has one already keeps it. */
    public void issue(String id) throws Refusal {
        Optional<Row> row = store.inTransaction(tx -> tx.one(
                "SELECT ledger.*, matter.holder, matter.submission FROM ledger JOIN matter USING (id)"
                        + " WHERE id = ? AND state IN ('accepted', 'processing')",
                id));
        if (row.isPresent()) {
            Matter matter = matter(row.get());
            Issue issue = new Issue(VerificationCode.next(), clock.today().toString());
            keep(id, issue, CertificatePdf.print(authors.write(matter), issue));
        }
    }

    private Matter matter(Row row) throws Refusal {
        JsonNode submission = Json.object(row.bytes("submission"), ErrorCode.BROKEN);
        Item item = items.named(row.text("item"));
        Person holder = people.withNumber(row.text("holder")).orElseThrow(() -> new Refusal(ErrorCode.BROKEN));
        return new Matter(
                row.text("id"),
                row.text("case_number"),
                item,
                holder,
                Submitted.values(submission),
                submission.path("amountFen").longValue(),
                row.text("accepted_at"));
    }

    private void keep(String id, Issue issue, Printed printed) {
        store.inTransaction(tx -> tx.change(
                "UPDATE matter SET state = 'issued', issued_at = ?, verification_code = ?, pages = ?, document = ?,"
                        + " document_digest = ? WHERE id = ? AND state IN ('accepted', 'processing')",
                clock.text(),
                issue.verificationCode(),
                printed.pages(),
                printed.pdf(),
                Digest.of(printed.pdf()),
                id));
    }
}
