package platform.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.item.Items;
import platform.people.People;
import platform.store.IngestStore;
import platform.store.Row;
import platform.store.SqliteStore;
import platform.wire.PlatformClock;

class IssuerTest {
    private static final String POISON = "01935c3a-7b1e-7f00-8a00-000000000001";
    private static final String SOUND = "01935c3a-7b1e-7f00-8a00-000000000002";

    @TempDir
    Path folder;

    private IngestStore store;

    @BeforeEach
    void open() {
        store = SqliteStore.open(folder.resolve("platform.db"));
        store.inTransaction(tx -> tx.change("INSERT INTO terminal VALUES ('T', 'enrolled', 0, '', 'now')"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private void accepted(String id, int seq, String period) {
        byte[] submission =
                ("{\"values\": {\"period\": {\"value\": \"" + period + "\"}}}").getBytes(StandardCharsets.UTF_8);
        store.inTransaction(tx -> {
            tx.change(
                    "INSERT INTO ledger (id, terminal, digest, number, item, kind, terminal_seq, case_number, accepted_at,"
                            + " receipt) VALUES (?, 'T', 'd', 'n', 'social-security.contribution-certificate',"
                            + " 'certificate', ?, 'S1', 'now', ?)",
                    id,
                    seq,
                    new byte[0]);
            tx.change(
                    "INSERT INTO matter (id, holder, state, submission) VALUES (?, '110101199003078881', 'accepted', ?)",
                    id,
                    submission);
            return tx.change("INSERT INTO relay (id, tries, taken_until) VALUES (?, 0, 0)", id);
        });
    }

    private String state(String id) {
        return store.inTransaction(tx -> tx.one("SELECT state FROM matter WHERE id = ?", id))
                .orElseThrow()
                .text("state");
    }

    @Test
    void aDocumentThatCannotBeMadeKeepsNoOtherFromBeingMade() {
        PlatformClock clock = new PlatformClock(Clock.systemUTC());
        Issuer issuer = new Issuer(store, People.load(), Items.load(), clock);
        accepted(POISON, 1, "no period");
        accepted(SOUND, 2, "2026-01/2026-03");
        issuer.takeWhatWasAccepted();
        assertThat(state(SOUND)).isEqualTo("issued");
        assertThat(state(POISON)).isEqualTo("accepted");
        List<Row> waiting = store.inTransaction(tx -> tx.all("SELECT id, tries FROM relay"));
        assertThat(waiting).singleElement().satisfies(row -> {
            assertThat(row.text("id")).isEqualTo(POISON);
            assertThat(row.number("tries")).isEqualTo(1);
        });
    }
}
