package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for the disk together goes to it together, and each is answered as if it had gone alone. */
class TogetherTest {
    private static final String INSERT = "INSERT INTO citizen (name) VALUES (?)";
    private static final int MANY = 8;

    @TempDir
    private Path folder;

    private final AtomicInteger commits = new AtomicInteger();
    private final AtomicInteger failing = new AtomicInteger();
    private final ExecutorService citizens = Executors.newFixedThreadPool(MANY + 1);
    private final CountDownLatch busy = new CountDownLatch(1);
    private final CountDownLatch freed = new CountDownLatch(1);
    private Database database;

    @BeforeEach
    void open() {
        database = new Database(() -> counted(StoreFile.open(folder.resolve("outbox.db"), 1 << 20)));
        database.run(connection -> Sql.update(connection, "CREATE TABLE citizen (name TEXT PRIMARY KEY)"));
        commits.set(0);
    }

    @AfterEach
    void close() {
        citizens.shutdownNow();
        database.close();
    }

    private Connection counted(Connection real) {
        return (Connection) Proxy.newProxyInstance(
                TogetherTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    if (method.getName().equals("commit")) {
                        commits.incrementAndGet();
                        if (failing.getAndDecrement() > 0) {
                            throw new SQLException("disk I/O error", "", 1034);
                        }
                    }
                    try {
                        return method.invoke(real, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void thoseWhoWaitTogetherShareACommit() throws Exception {
        List<Future<Integer>> answers = waiting(INSERT);
        freed.countDown();
        for (Future<Integer> each : answers) {
            assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(1);
        }
        assertThat(commits).hasValue(2);
        assertThat(rows()).isEqualTo(MANY);
    }

    @Test
    void whoBreaksARuleLeavesTheOthersUntouched() throws Exception {
        database.run(connection -> Sql.update(connection, INSERT, "name 3"));
        List<Future<Integer>> answers = waiting(INSERT);
        freed.countDown();
        for (int i = 0; i < MANY; i++) {
            Future<Integer> answer = answers.get(i);
            if (i == 3) {
                assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
                        .isInstanceOf(ExecutionException.class)
                        .hasCauseInstanceOf(IllegalStateException.class);
            } else {
                assertThat(answer.get(10, TimeUnit.SECONDS)).isEqualTo(1);
            }
        }
        assertThat(rows()).isEqualTo(MANY);
    }

    @Test
    void aCommitThatFailedLeavesAllOfThemUnsureAndNoneAccepted() throws Exception {
        List<Future<Integer>> answers = waiting(INSERT);
        failing.set(2);
        freed.countDown();
        for (Future<Integer> each : answers) {
            assertThatThrownBy(() -> each.get(10, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            StoreTrouble.class, it -> assertThat(it.kind()).isEqualTo(StoreTrouble.Kind.UNSURE));
        }
        assertThat(rows()).isZero();
    }

    @Test
    void whatNobodyWaitsForIsDoneNevertheless() throws Exception {
        CountDownLatch stored = new CountDownLatch(1);
        database.soon(connection -> Sql.update(connection, INSERT, "name"), stored::countDown, () -> {});
        assertThat(stored.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void theLogIsEmptiedInAQuietMomentAndNothingOfItIsLost() throws Exception {
        Database quiet = new Database(() -> StoreFile.open(folder.resolve("quiet.db"), 16 << 20), Duration.ofMillis(1));
        quiet.run(connection -> Sql.update(connection, "CREATE TABLE citizen (name TEXT PRIMARY KEY)"));
        for (int i = 0; i < 200; i++) {
            String name = "name " + i;
            quiet.run(connection -> Sql.update(connection, INSERT, name));
        }
        long begun = System.nanoTime();
        while (rowsWithoutTheLog() < 100) {
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(10));
        }
        quiet.close();
        assertThat(rowsWithoutTheLog()).isEqualTo(200);
    }

    private int rowsWithoutTheLog() {
        Path alone = folder.resolve("alone.db");
        try {
            Files.copy(folder.resolve("quiet.db"), alone, StandardCopyOption.REPLACE_EXISTING);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + alone)) {
                return Sql.first(connection, "SELECT count(*) FROM citizen", row -> row.getInt(1))
                        .orElseThrow();
            }
        } catch (IOException | SQLException halfEmptied) {
            return 0;
        }
    }

    @Test
    void workThatAsksForMoreWorkIsTurnedAwayInsteadOfWaitingForItself() {
        assertThatThrownBy(() -> database.run(outer -> database.run(inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
        int answer = database.run(connection -> 1);
        assertThat(answer).isEqualTo(1);
    }

    @Test
    void afterTheEndNothingIsTaken() {
        database.close();
        assertThatThrownBy(() -> database.run(connection -> 1))
                .isInstanceOf(java.util.concurrent.RejectedExecutionException.class);
        database.close();
    }

    /** All of them wait, in their order, behind one who has the disk. */
    private List<Future<Integer>> waiting(String sql) throws InterruptedException {
        citizens.execute(() -> database.run(connection -> {
            busy.countDown();
            return await(freed);
        }));
        assertThat(busy.await(10, TimeUnit.SECONDS)).isTrue();
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            String name = "name " + i;
            answers.add(citizens.submit(() -> database.run(connection -> Sql.update(connection, sql, name))));
            while (database.waiting() < i + 1) {
                Thread.onSpinWait();
            }
        }
        return answers;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int rows() {
        return database.run(connection -> Sql.first(connection, "SELECT count(*) FROM citizen", row -> row.getInt(1)))
                .orElseThrow();
    }
}
