package kiosk.sync.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kiosk.journal.JournalVerdict;
import kiosk.journal.JournalVerdict.Why;
import kiosk.journal.JournalVerdict.Wrong;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.SignedReceipt;
import kiosk.sync.wire.Receipts;

/**
 * Verifies a journal: every entry against the one before it, and the whole against each place of it that the platform signed in a
 * receipt (PLATFORM-API.md, section 11.2). The first thing that is wrong is named. What nobody countersigned yet, at the end, may have
 * been written anew together with its hashes; and of receipts that were taken away with the entries they vouch for only the platform knows.
 */
public final class JournalAudit {
    private static final String RECEIPTS =
            "SELECT id, receipt FROM entry WHERE receipt IS NOT NULL UNION ALL SELECT id, receipt FROM kept";
    private static final String ENTRIES = "SELECT seq, at, event, figures, hash FROM journal ORDER BY seq";

    private final Map<Long, List<Vouching>> vouching = new TreeMap<>();
    private final List<Wrong> wrong = new ArrayList<>();
    private final List<Wrong> wrongReceipts = new ArrayList<>();
    private JournalHead reached = JournalHead.EMPTY;
    private int vouched;

    private JournalAudit() {}

    /** A place of the journal that a receipt names. */
    private record Vouching(String submission, String head) {}

    /** Verifies the journal of that store. */
    public static JournalVerdict of(StoreView store, KeyShelf shelf) {
        JournalAudit audit = new JournalAudit();
        store.each(RECEIPTS, row -> audit.receipt(row.getString(1), row.getString(2), shelf));
        return audit.chain(store);
    }

    /** Verifies the entries alone, and believes no receipt. */
    public static JournalVerdict ofTheEntries(StoreView store) {
        return new JournalAudit().chain(store);
    }

    private JournalVerdict chain(StoreView store) {
        reached = store.all("SELECT count, hash FROM checkpoint", row -> place(row, 1, 2)).stream()
                .findFirst()
                .orElse(JournalHead.EMPTY);
        long first = reached.count() + 1;
        int beyond = (int) vouching.entrySet().stream()
                .filter(it -> it.getKey() < first - 1)
                .mapToLong(it -> it.getValue().size())
                .sum();
        compare();
        store.each(ENTRIES, this::entry);
        vouching.keySet().stream()
                .filter(it -> wrong.isEmpty() && it > reached.count())
                .findFirst()
                .ifPresent(this::cutOff);
        wrong.addAll(wrongReceipts);
        return new JournalVerdict(
                first, reached.count(), vouched, beyond, wrong.stream().findFirst());
    }

    private static JournalHead place(ResultSet row, int count, int hash) throws SQLException {
        return new JournalHead(row.getLong(count), row.getBytes(hash));
    }

    private void receipt(String submission, String json, KeyShelf shelf) {
        Optional<SignedReceipt> receipt =
                Receipts.kept(json).filter(it -> it.id().equals(submission) && it.signedBy(shelf));
        if (receipt.isPresent()) {
            SignedReceipt.Journal journal = receipt.get().journal();
            vouching.computeIfAbsent(journal.count(), any -> new ArrayList<>())
                    .add(new Vouching(submission, journal.head()));
        } else {
            wrongReceipts.add(new Wrong(Why.RECEIPT_WRONG, 0, Optional.of(submission)));
        }
    }

    private void entry(ResultSet row) throws SQLException {
        if (wrong.isEmpty()) {
            JournalHead there = place(row, 1, 5);
            JournalHead expected = reached.next(row.getLong(2), row.getInt(3), row.getString(4));
            if (there.count() != expected.count()) {
                wrong.add(new Wrong(Why.MISSING, expected.count(), Optional.empty()));
            } else if (!there.same(expected)) {
                wrong.add(new Wrong(Why.CHANGED, expected.count(), Optional.empty()));
            } else {
                reached = expected;
                compare();
            }
        }
    }

    /** What is reached with what the platform signed of it. */
    private void compare() {
        for (Vouching each : vouching.getOrDefault(reached.count(), List.of())) {
            if (each.head().equals(reached.field())) {
                vouched++;
            } else if (wrong.isEmpty()) {
                wrong.add(new Wrong(Why.REWRITTEN, reached.count(), Optional.of(each.submission())));
            }
        }
    }

    private void cutOff(long named) {
        String submission = vouching.getOrDefault(named, List.of()).get(0).submission();
        wrong.add(new Wrong(Why.CUT_OFF, reached.count() + 1, Optional.of(submission)));
    }
}
