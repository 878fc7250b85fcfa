package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.sync.Handed;
import kiosk.sync.disk.StoreCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCheckTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int PAGE = 4096;

    @TempDir
    private Path folder;

    @Test
    void aStoreAtWorkIsCheckedAndWorksOn() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(Handed.care());
            assertThat(StoreCheck.of(folder, PATIENCE)).isEqualTo(Database.SOUND);
            assertThat(shop.outbox.accept(Handed.care())).isInstanceOf(Outbox.Accepted.class);
        }
    }

    @Test
    void aSpoiledPageIsSeenAndTheFileLeftAsItIs() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            IntStream.range(0, 300).forEach(i -> shop.store.journal().note(Occurrence.CARD_READ));
            shop.outbox.accept(Handed.withPages(new byte[40 * PAGE]));
        }
        Path file = folder.resolve("outbox.db");
        try (RandomAccessFile spoiled = new RandomAccessFile(file.toFile(), "rw")) {
            for (long at = 2 * PAGE; at < spoiled.length(); at += PAGE) {
                spoiled.seek(at);
                spoiled.write("spoiled".getBytes(StandardCharsets.US_ASCII));
            }
        }
        byte[] before = Files.readAllBytes(file);
        assertThat(StoreCheck.of(folder, PATIENCE)).isEqualTo(Database.CORRUPT);
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void whatIsNoDatabaseIsDamaged() throws Exception {
        Files.writeString(folder.resolve("outbox.db"), "<html>".repeat(2000), StandardCharsets.UTF_8);
        assertThat(StoreCheck.of(folder, PATIENCE)).isEqualTo(Database.CORRUPT);
    }

    @Test
    void whereNoDatabaseIsYetNothingIsDamaged() {
        assertThat(StoreCheck.of(folder, PATIENCE)).isEqualTo(Database.UNKNOWN);
        assertThat(folder.resolve("outbox.db")).doesNotExist();
    }
}
