package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.audit.StoreView;
import kiosk.sync.disk.PatientOpening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start after a crash, while somebody reads what the crash left. */
class ReadAtTheStartTest {
    private static final int BUSY = 5;

    @TempDir
    private Path folder;

    @Test
    void aStartAfterACrashWaitsForWhoeverReadsTheLog() throws Exception {
        Path cut = Files.createDirectories(folder.resolve("cut"));
        Submission submission = Handed.care();
        Outbox.Acceptance answer;
        try (Shop shop = Shop.open(folder.resolve("running"))) {
            answer = shop.outbox.accept(submission);
            shop.copyTo(cut);
        }
        StoreView reader = StoreView.of(cut);
        CompletableFuture<Void> ends = CompletableFuture.runAsync(
                reader::close, CompletableFuture.delayedExecutor(400, TimeUnit.MILLISECONDS));
        try (Shop again = Shop.open(cut)) {
            assertThat(ends).isDone();
            assertThat(again.outbox.accept(submission)).isEqualTo(answer);
        }
    }

    @Test
    void whoeverReadsForEverIsNamedInTheEnd() {
        PatientOpening opening = new PatientOpening(ReadAtTheStartTest::inTheWay, Duration.ZERO);
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(opening::open)
                .withMessageContaining("another program reads the queue's database");
    }

    @Test
    void onceItHasStartedAStoreWaitsForNobody() {
        PatientOpening opening = new PatientOpening(ReadAtTheStartTest::inTheWay, Duration.ofMinutes(1));
        opening.started();
        assertThatExceptionOfType(SQLException.class).isThrownBy(opening::open);
    }

    private static Connection inTheWay() throws SQLException {
        throw new SQLException("database is locked", "", BUSY);
    }
}
