package kiosk.sync.courier;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.sync.CanarySearch;
import kiosk.sync.Handed;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/** What must hold of one terminal at every moment, numbered as in the project's list of invariants; read from its disk by another connection. */
final class Invariants implements AutoCloseable {
    private static final CanarySearch CANARY = new CanarySearch(List.of(Handed.NAME, Handed.NUMBER));
    private static final Set<String> OVER = Set.of("DELIVERED", "GIVEN_UP");
    private static final String ROWS =
            "SELECT id, state, receipt, EXISTS (SELECT 1 FROM sealed s WHERE s.seq = e.seq) AND large = EXISTS"
                    + " (SELECT 1 FROM part p WHERE p.seq = e.seq) FROM entry e";
    private static final String ALARMS =
            "SELECT count(*) FROM journal WHERE figures LIKE 'of=' || ? || '%' AND event = "
                    + Occurrence.SUBMISSION_CONFLICT.id();
    private static final int AN_HOUR = 80;
    private static final int FULL_BUDGET = 10;

    private final Booth booth;
    private final VirtualTime time;
    private final Set<String> broken;
    private @Nullable Connection disk;
    private int life;
    private int seen;
    private int requestsBefore;

    /** @param broken takes what does not hold */
    Invariants(Booth booth, VirtualTime time, Set<String> broken) {
        this.booth = booth;
        this.time = time;
        this.broken = broken;
    }

    /** A row of the queue. */
    private record Row(String state, @Nullable String receipt, boolean whole) {}

    /** After every step of this terminal. */
    boolean look() {
        if (seen == booth.terminal.steps) {
            return false;
        }
        seen = booth.terminal.steps;
        Map<String, Row> rows = rows();
        booth.accepted.keySet().forEach(id -> look(id, rows.get(id)));
        rows.keySet().stream()
                .filter(id -> !booth.accepted.containsKey(id))
                .forEach(id -> broken.add("I8 taken in, though the citizen was told that it was not"));
        check(booth.saidYesWithoutRoom, "I8 turned away though there was room");
        check(booth.platform.twice, "I2 taken in twice");
        check(booth.platform.torn, "I4 a part is not the one that was sealed");
        long most = mostRequests();
        check(booth.line.wishes.unheard, "I10 comes before the platform wanted it to");
        check(booth.line.requests > most, "I10 " + booth.line.requests + " requests, at most " + most);
        check(booth.terminal.stepsInVain > 0, "I10 goes round and round");
        return true;
    }

    /**
     * What a terminal may ask for by the courier's own limits. In an hour: 30 times what failed before ({@link Budget}: one in two
     * minutes), and every 150 seconds on the average of a wait of up to five minutes a reckoning and a hello, or the one that goes to see
     * whether the way is whole. Whenever it begins anew, as it does at each start and when its line is back, it may try again as often as
     * a full budget has it. What is handed in goes once, and once more while its citizen waits. What a technician makes due goes, with a
     * correction that waits behind it.
     *
     * <p>Not limited, and therefore not counted, is a hello or a reckoning to which the platform answered when it wants to be asked again:
     * it lays these times itself (PLATFORM-API.md, section 12), and a platform that says "in five seconds" for half an hour is asked 300
     * times. That nobody comes before that time is looked at instead ({@link Wishes}).
     */
    private long mostRequests() {
        long hours = time.nanos() / 3_600_000_000_000L + 1;
        long beginnings = 1L + booth.crashes + booth.linesBack;
        return AN_HOUR * hours
                + FULL_BUDGET * beginnings
                + 2L * booth.accepted.size()
                + 3L * booth.retries
                + booth.line.wishes.invited;
    }

    private void check(boolean wrong, String what) {
        if (wrong) {
            broken.add(what);
        }
    }

    private void look(String id, @Nullable Row row) {
        if (row == null || row.state().equals("GIVEN_UP")) {
            broken.add("I1 gone, though it was accepted");
        } else if (row.state().equals("DELIVERED")) {
            String given = booth.platform.ledger(booth.name).given(id);
            check(!booth.platform.has(id) || given.isEmpty(), "I3 let go of without a receipt");
            check(booth.conflicts.contains(id), "I9 delivered, though the platform has something else");
            check(!given.equals(row.receipt()), "I7 not the receipt of the ledger");
        } else if (!row.whole()) {
            broken.add("I1 what was sealed is gone before its receipt is there");
        } else if (row.state().equals("REFUSED") && booth.conflicts.contains(id)) {
            check(number(ALARMS, id) == 0, "I9 other content under the same id, and no alarm");
        }
    }

    /** What takes longer to look at. */
    void lookClosely() {
        check(!CANARY.found(booth.folder).isEmpty(), "I5 a citizen stands on the disk in clear");
        try (StoreView view = StoreView.of(booth.folder.resolve("terminal"))) {
            check(!JournalAudit.of(view, booth.terminal.shelf()).whole(), "I7 the journal is not whole");
        }
    }

    void stormIsOver() {
        requestsBefore = booth.line.requests;
    }

    /** All was well for long enough. */
    void lookWhenAllIsWell() {
        lookClosely();
        for (String id : booth.accepted.keySet()) {
            Outbox.Delivery end = booth.delivery(id);
            check(end instanceof Outbox.Underway, "I6 still under way, though all is well");
            boolean expected = booth.setAside(id) ? end instanceof Outbox.Refused : end instanceof Delivered;
            check(
                    !expected && !(end instanceof Outbox.Underway),
                    "I1 ended as " + end.getClass().getSimpleName());
            check(!booth.setAside(id) && !booth.platform.has(id), "I1 the platform never got it");
        }
        long receipts = number("SELECT count(*) FROM entry WHERE receipt IS NOT NULL AND state = ?", "DELIVERED");
        check(booth.platform.ledger(booth.name).last() != receipts, "I7 not as many receipts as the ledger has");
        int most = 80 + 4 * booth.accepted.size() + 3 * booth.retries;
        int requests = booth.line.requests - requestsBefore;
        check(requests > most, "I10 " + requests + " requests when all is well, at most " + most);
    }

    private Map<String, Row> rows() {
        try (PreparedStatement statement = disk().prepareStatement(ROWS);
                ResultSet rows = statement.executeQuery()) {
            Map<String, Row> found = new HashMap<>();
            while (rows.next()) {
                boolean over = OVER.contains(rows.getString(2));
                found.put(rows.getString(1), new Row(rows.getString(2), rows.getString(3), over || rows.getBoolean(4)));
            }
            return found;
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private long number(String sql, String value) {
        try (PreparedStatement statement = disk().prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Connection disk() throws SQLException {
        Connection open = disk;
        if (open == null || life != booth.terminal.life) {
            close();
            SQLiteConfig config = new SQLiteConfig();
            config.setReadOnly(true);
            open = config.createConnection("jdbc:sqlite:" + booth.folder.resolve("terminal/outbox.db"));
            disk = open;
            life = booth.terminal.life;
        }
        return open;
    }

    @Override
    public void close() throws SQLException {
        if (disk != null) {
            disk.close();
            disk = null;
        }
    }
}
