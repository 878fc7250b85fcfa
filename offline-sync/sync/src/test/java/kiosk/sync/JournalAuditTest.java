package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kiosk.journal.JournalVerdict;
import kiosk.journal.JournalVerdict.Why;
import kiosk.journal.JournalVerdict.Wrong;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.audit.JournalAudit;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.Limits;
import kiosk.sync.seal.JournalHead;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.store.Store;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A journal of a terminal that delivered three submissions, tampered with in every way, and what the platform signed of it. */
class JournalAuditTest {
    private static final List<String> IDS = new ArrayList<>();

    @TempDir
    private static Path delivered;

    @TempDir
    private Path folder;

    @BeforeAll
    static void deliver() throws Exception {
        try (Online online = new Online(delivered)) {
            for (int i = 0; i < 3; i++) {
                Submission care = Handed.care();
                online.sync.outbox().accept(care);
                assertThat(online.sync.outbox().delivery(care.id(), Duration.ofSeconds(15)))
                        .isInstanceOf(Outbox.Delivered.class);
                IDS.add(care.id().toString());
            }
            assertThat(verdict(delivered.resolve("K001")).whole())
                    .as("beside the program that works on it")
                    .isTrue();
            online.sync.journal().note(Occurrence.STOPPED);
        }
    }

    @BeforeEach
    void copy() throws IOException {
        for (String name : List.of("outbox.db", "platform.keys")) {
            Files.copy(delivered.resolve("K001").resolve(name), folder.resolve(name));
        }
    }

    private static JournalVerdict verdict(Path store) {
        try (StoreView view = StoreView.of(store)) {
            return JournalAudit.of(view, new KeyShelf(store.resolve("platform.keys"), Optional.empty()));
        }
    }

    private void does(String sql, Object... values) throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
                PreparedStatement statement = store.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private long asked(String sql) throws SQLException {
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
                ResultSet row = store.createStatement().executeQuery(sql)) {
            return row.getLong(1);
        }
    }

    private Optional<Wrong> wrong() {
        return verdict(folder).wrong();
    }

    @Test
    void aWholeJournalIsWholeAndThePlatformVouchesForIt() throws Exception {
        assertThat(verdict(folder))
                .isEqualTo(new JournalVerdict(1, asked("SELECT max(seq) FROM journal"), 3, 0, Optional.empty()));
    }

    @Test
    void anEntryThatWasChangedIsNamed() throws Exception {
        does("UPDATE journal SET figures = figures || 'x' WHERE seq = 4");
        assertThat(wrong()).contains(new Wrong(Why.CHANGED, 4, Optional.empty()));
    }

    @Test
    void anEntryTakenOutOfTheMiddleIsNamed() throws Exception {
        does("DELETE FROM journal WHERE seq = 5");
        assertThat(wrong()).contains(new Wrong(Why.MISSING, 5, Optional.empty()));
    }

    @Test
    void aTailThatWasTakenAwayIsFoundByWhatThePlatformSigned() throws Exception {
        long named = asked("SELECT max(journal_count) FROM entry");
        does("DELETE FROM journal WHERE seq >= ?", named);
        assertThat(wrong()).contains(new Wrong(Why.CUT_OFF, named, Optional.of(IDS.get(2))));
        does("DELETE FROM journal");
        assertThat(wrong().map(Wrong::why)).contains(Why.CUT_OFF);
    }

    @Test
    void aJournalWrittenAnewWithAllItsHashesIsFoundByWhatThePlatformSigned() throws Exception {
        does("UPDATE journal SET event = 400 WHERE seq = 1");
        rehash();
        Wrong found = wrong().orElseThrow();
        assertThat(found.why()).isEqualTo(Why.REWRITTEN);
        assertThat(found.submission()).contains(IDS.get(0));
        assertThat(found.entry()).isEqualTo(asked("SELECT min(journal_count) FROM entry"));
    }

    private void rehash() throws SQLException {
        JournalHead head = JournalHead.EMPTY;
        List<JournalHead> heads = new ArrayList<>();
        try (Connection store = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
                ResultSet row =
                        store.createStatement().executeQuery("SELECT at, event, figures FROM journal ORDER BY seq")) {
            while (row.next()) {
                head = head.next(row.getLong(1), row.getInt(2), row.getString(3));
                heads.add(head);
            }
        }
        for (JournalHead each : heads) {
            does("UPDATE journal SET hash = ? WHERE seq = ?", each.head(), each.count());
        }
    }

    @Test
    void aReceiptThatThePlatformDidNotSignIsNamed() throws Exception {
        does("UPDATE entry SET receipt = replace(receipt, '\"ledgerSeq\":2', '\"ledgerSeq\":7') WHERE ledger_seq = 2");
        assertThat(wrong()).contains(new Wrong(Why.RECEIPT_WRONG, 0, Optional.of(IDS.get(1))));
        does("UPDATE entry SET receipt = '{' WHERE ledger_seq = 2");
        assertThat(wrong().map(Wrong::why)).contains(Why.RECEIPT_WRONG);
    }

    @Test
    void whatWasLetGoLeavesAPlaceThatThePlatformSigned() throws Exception {
        long second = asked("SELECT journal_count FROM entry WHERE ledger_seq = 2");
        long last = asked("SELECT max(seq) FROM journal");
        Limits limits = new Limits(0, 64 << 20, 0).keeping(Duration.ofDays(1), (int) (last - second - 1));
        Store.open(folder, limits, Clock.systemUTC()).close();
        JournalVerdict verdict = verdict(folder);
        assertThat(verdict.wrong()).isEmpty();
        assertThat(verdict.first()).isEqualTo(second + 1);
        assertThat(verdict.vouched()).isEqualTo(2);
        assertThat(verdict.beyond()).isEqualTo(1);
        does("UPDATE checkpoint SET hash = zeroblob(32)");
        assertThat(wrong().map(Wrong::why)).contains(Why.REWRITTEN);
    }

    @Test
    void nothingIsLockedAndWhatIsNoStoreIsSaidToBeNone() throws Exception {
        try (StoreView view = StoreView.of(folder)) {
            assertThat(JournalAudit.ofTheEntries(view).whole()).isTrue();
        }
        assertThat(folder.resolve("store.lock")).doesNotExist();
        assertThatThrownBy(() -> StoreView.of(folder.resolve("none"))).isInstanceOf(UncheckedIOException.class);
        Files.writeString(folder.resolve("outbox.db"), "no database at all, though a long text stands in its place");
        assertThatThrownBy(() -> StoreView.of(folder)).isInstanceOf(UncheckedIOException.class);
    }
}
