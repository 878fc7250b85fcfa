package kiosk.sync.upkeep;

import static kiosk.device.DeviceKind.ID_CARD_READER;
import static kiosk.device.DeviceKind.RECEIPT_PRINTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kiosk.device.DeviceKind;
import kiosk.upkeep.DeviceBook.Result;
import kiosk.upkeep.Life;
import kiosk.upkeep.Subject;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.Test;

/** What was counted outlives the program, whatever ends it; and a book that cannot be read or written stops nothing. */
class SqliteDeviceBookTest extends Bookcase {
    private static final Duration SOON = Duration.ofSeconds(20);

    @Test
    void aBookIsAfterARestartAsItWas() {
        Life printer;
        Life reader;
        try (SqliteDeviceBook book = opened()) {
            fill(book);
            printer = book.life(RECEIPT_PRINTER);
            reader = book.life(ID_CARD_READER);
        }
        assertThat(printer.printsLeft()).hasValue(400);
        assertThat(reader.events()).hasSize(2);
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER)).isEqualTo(printer);
            assertThat(book.life(ID_CARD_READER)).isEqualTo(reader);
            assertThat(book.tests()).hasSize(1);
            book.count(RECEIPT_PRINTER, Tally.RECEIPTS_PRINTED, 1);
            book.worked(RECEIPT_PRINTER, Duration.ofMillis(700), Result.DONE);
        }
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECEIPTS_PRINTED)).isEqualTo(11);
            assertThat(book.life(RECEIPT_PRINTER).week())
                    .singleElement()
                    .satisfies(hour -> assertThat(hour.works()).isEqualTo(3));
        }
    }

    @Test
    void whatWasWrittenBeforeAKillIsThereAfterIt() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        CountingProcess.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("written");
        } finally {
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(ID_CARD_READER).of(Tally.CARDS_READ)).isGreaterThanOrEqualTo(CountingProcess.SAID);
            assertThat(folder.resolve("upkeep.db.damaged")).doesNotExist();
        }
    }

    @Test
    void aFileThatBreaksInUseIsReplacedAndNothingOfTheBookIsLost() throws Exception {
        Life printer;
        try (SqliteDeviceBook book = opened()) {
            fill(book);
            assertThat(book.awaitWritten(SOON)).isTrue();
            sql("DROP TABLE tally");
            book.count(RECEIPT_PRINTER, Tally.CUTS, 10);
            printer = book.life(RECEIPT_PRINTER);
        }
        assertThat(folder.resolve("upkeep.db.damaged")).exists();
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER)).isEqualTo(printer);
            assertThat(book.life(ID_CARD_READER).events()).hasSize(2);
        }
    }

    @Test
    void moreThanCanWaitIsWrittenAllTheSameAndTheFileStaysSmall() throws Exception {
        try (SqliteDeviceBook book = opened()) {
            fill(book);
            assertThat(book.awaitWritten(SOON)).isTrue();
            for (int i = 0; i < 3_000; i++) {
                book.note(event(i));
                book.record(new TestRecord(NOON, Subject.CLOCK, Verdict.FAILED, "s-0417", Map.of("n", (long) i)));
            }
        }
        assertThat(sql("SELECT count(*) FROM event WHERE device = 'ID_CARD_READER'"))
                .isEqualTo(500);
        assertThat(sql("SELECT count(*) FROM test")).isEqualTo(200);
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(ID_CARD_READER).events().get(0)).isEqualTo(event(2_999));
            assertThat(book.tests().get(0).figures()).isEqualTo(Map.of("n", 2_999L));
            assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECEIPTS_PRINTED)).isEqualTo(10);
            for (int i = 0; i < 600; i++) {
                book.note(event(i));
            }
        }
        assertThat(sql("SELECT count(*) FROM event WHERE device = 'ID_CARD_READER'"))
                .isEqualTo(500);
    }

    @Test
    void hoursOlderThanEightDaysLeaveTheFile() throws Exception {
        try (SqliteDeviceBook book = opened()) {
            book.worked(DeviceKind.PAGE_PRINTER, Duration.ofMillis(700), Result.DONE);
        }
        clock.turn(Duration.ofDays(9));
        try (SqliteDeviceBook book = opened()) {
            book.worked(DeviceKind.PAGE_PRINTER, Duration.ofMillis(700), Result.DONE);
        }
        assertThat(sql("SELECT count(*) FROM hour")).isEqualTo(1);
    }
}
