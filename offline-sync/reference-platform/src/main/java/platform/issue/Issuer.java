package platform.issue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import platform.issue.CertificatePdf.Issue;
import platform.issue.CertificatePdf.Printed;
import platform.item.Item;
import platform.item.Items;
import platform.people.People;
import platform.people.Person;
import platform.store.IngestStore;
import platform.store.Row;
import platform.submission.Submitted;
import platform.wire.Digest;
import platform.wire.ErrorCode;
import platform.wire.Json;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

/** Makes the documents of accepted matters; what a restart interrupts is made afterwards, once. */
public final class Issuer {
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

    /** Makes every document that waits. */
    public void issueWhatWaits() throws Refusal {
        List<Row> waiting = store.inTransaction(tx -> tx.all("SELECT id FROM matter WHERE state = 'accepted'"));
        for (Row row : waiting) {
            issue(row.text("id"));
        }
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
                clock.now().toString(),
                issue.verificationCode(),
                printed.pages(),
                printed.pdf(),
                Digest.of(printed.pdf()),
                id));
    }
}
