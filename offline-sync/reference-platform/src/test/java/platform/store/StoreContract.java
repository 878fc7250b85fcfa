package platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the platform leans on in its store, whichever database that is. */
abstract class StoreContract {
    private static final String ENTER = "INSERT INTO sequence (name, value) VALUES (?, ?) ON CONFLICT DO NOTHING";
    private static final String READ = "SELECT value FROM sequence WHERE name = ?";

    private final ExecutorService threads = Executors.newFixedThreadPool(4);
    private IngestStore store;

    /** Opens the same store, anew or a second time. */
    abstract IngestStore open();

    @BeforeEach
    void start() {
        store = open();
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
        store.close();
    }

    private long value(String name) {
        return store.inTransaction(tx -> tx.one(READ, name)).orElseThrow().number("value");
    }

    private boolean isThere(String name) {
        return store.inTransaction(tx -> tx.one(READ, name)).isPresent();
    }

    private long next(String sequence) {
        return store.inTransaction(tx -> tx.next(sequence));
    }

    private int enter(String name, long value) {
        return store.inTransaction(tx -> tx.change(ENTER, name, value));
    }

    @Test
    void whatWasDoneIsThereAfterwards() {
        enter("a", 7);
        store.close();
        store = open();
        assertThat(value("a")).isEqualTo(7);
    }

    @Test
    void anExceptionTakesEverythingBack() {
        assertThatThrownBy(() -> store.<Integer, IOException>inTransaction(tx -> {
                    tx.change(ENTER, "a", 7);
                    throw new IOException("no");
                }))
                .hasMessage("no");
        assertThat(isThere("a")).isFalse();
        assertThat(enter("a", 8)).isEqualTo(1);
    }

    @Test
    void aStatementThatFailsTakesEverythingBackAndTheNextTransactionIsSound() {
        assertThatThrownBy(() -> store.inTransaction(tx -> {
                    tx.change(ENTER, "a", 7);
                    return tx.change("INSERT INTO nowhere VALUES (1)");
                }))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(isThere("a")).isFalse();
    }

    @Test
    void bytesTextNumbersAndNothingComeBackAsTheyWent() {
        byte[] bytes = {0, -1, 127};
        store.inTransaction(tx -> {
            tx.change("INSERT INTO terminal VALUES ('T', 'enrolled', 3, '张', 'now')");
            return tx.change("INSERT INTO enrolment VALUES ('d', 'T', ?, ?)", null, bytes);
        });
        Row terminal =
                store.inTransaction(tx -> tx.one("SELECT * FROM terminal")).orElseThrow();
        Row enrolment =
                store.inTransaction(tx -> tx.one("SELECT * FROM enrolment")).orElseThrow();
        assertThat(terminal.text("head")).isEqualTo("张");
        assertThat(terminal.number("ledger_seq")).isEqualTo(3);
        assertThat(enrolment.bytes("answer")).isEqualTo(bytes);
        assertThat(enrolment.optionalText("asked")).isEmpty();
    }

    @Test
    void aStoreOfAnotherVersionIsLeftAsItIs() {
        store.inTransaction(tx -> tx.change("UPDATE schema_version SET version = 2"));
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("version 2");
        store.inTransaction(tx -> tx.change("DELETE FROM schema_version"));
        assertThatThrownBy(this::open).isInstanceOf(IllegalStateException.class).hasMessageContaining("version 0");
        assertThat(enter("a", 7)).isEqualTo(1);
    }

    @Test
    void whatFailsSaysNothingOfWhatWasWritten() {
        String secret = "110101199003078881";
        enter(secret, 1);
        assertThatThrownBy(() -> store.inTransaction(
                        tx -> tx.change("INSERT INTO sequence (name, value) VALUES (?, 1)", secret)))
                .satisfies(failure -> {
                    StringWriter told = new StringWriter();
                    failure.printStackTrace(new PrintWriter(told));
                    assertThat(told.toString()).doesNotContain(secret);
                });
    }

    @Test
    void aTextWithANulIsRefusedWhicheverDatabaseItIsAndTheNextTransactionIsSound() {
        assertThatThrownBy(() -> enter("a\0b", 7)).isInstanceOf(IllegalArgumentException.class);
        assertThat(enter("a", 8)).isEqualTo(1);
    }

    @Test
    void ofManyWhoEnterTheSameAtTheSameMomentOneDoesAndAllSeeIt() throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        Callable<Integer> entering = () -> {
            start.await();
            int entered = enter("a", 7);
            assertThat(value("a")).isEqualTo(7);
            return entered;
        };
        List<Future<Integer>> done = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            done.add(threads.submit(entering));
        }
        start.countDown();
        int entered = 0;
        for (Future<Integer> one : done) {
            entered += one.get();
        }
        assertThat(entered).isEqualTo(1);
    }

    @Test
    void aLockedRowIsNobodyElsesSoThatNoChangeIsLost() throws Exception {
        enter("a", 0);
        Callable<Integer> counting = () -> {
            for (int i = 0; i < 10; i++) {
                store.inTransaction(tx -> {
                    long before = tx.oneLocked(READ, "a").orElseThrow().number("value");
                    return tx.change("UPDATE sequence SET value = ? WHERE name = 'a'", before + 1);
                });
            }
            return 10;
        };
        for (Future<Integer> one : threads.invokeAll(Collections.nCopies(4, counting))) {
            one.get(30, TimeUnit.SECONDS);
        }
        assertThat(value("a")).isEqualTo(40);
    }

    @Test
    void noNumberIsGivenTwiceNorAfterReopening() throws Exception {
        Callable<List<Long>> counting = () -> {
            List<Long> numbers = new ArrayList<>();
            for (int i = 0; i < 15; i++) {
                numbers.add(next("case"));
            }
            return numbers;
        };
        List<Long> all = new ArrayList<>();
        for (Future<List<Long>> some : threads.invokeAll(Collections.nCopies(4, counting))) {
            all.addAll(some.get());
        }
        store.close();
        store = open();
        all.add(next("case"));
        assertThat(all).doesNotHaveDuplicates().hasSize(61).allMatch(number -> number > 0);
        assertThat(next("other")).isEqualTo(1);
    }
}
