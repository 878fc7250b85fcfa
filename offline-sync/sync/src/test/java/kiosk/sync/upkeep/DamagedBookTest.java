package kiosk.sync.upkeep;

import static kiosk.device.DeviceKind.ID_CARD_READER;
import static kiosk.device.DeviceKind.RECEIPT_PRINTER;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.Map;
import kiosk.upkeep.Life;
import kiosk.upkeep.Tally;
import org.junit.jupiter.api.Test;

/** A book that cannot be read costs what cannot be read, and nothing else. */
class DamagedBookTest extends Bookcase {
    @Test
    void aFileThatIsNoDatabaseIsPutAsideAndABookBegunAnew() throws Exception {
        Files.writeString(file, "no database ".repeat(1000));
        begunAnew();
        assertThat(Files.readString(folder.resolve("upkeep.db.damaged"))).startsWith("no database");
    }

    @Test
    void aWordThatNobodyKnowsCostsItsRowAloneAndStaysInTheFile() throws Exception {
        try (SqliteDeviceBook book = opened()) {
            fill(book);
        }
        sql("INSERT INTO tally VALUES ('RECEIPT_PRINTER', 'TEA_MADE', 7)");
        sql("UPDATE event SET cause = 'SPILT_TEA' WHERE cause IS NOT NULL");
        sql("UPDATE test SET subject = 'TEA_POT'");
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER).tallies())
                    .isEqualTo(Map.of(Tally.RECEIPTS_PRINTED, 10L, Tally.MILLIMETRES_PRINTED, 2_000L));
            assertThat(book.life(ID_CARD_READER).events()).hasSize(1);
            assertThat(book.tests()).isEmpty();
            book.count(RECEIPT_PRINTER, Tally.RECEIPTS_PRINTED, 1);
        }
        assertThat(sql("SELECT count FROM tally WHERE what = 'TEA_MADE'")).isEqualTo(7);
        assertThat(sql("SELECT count FROM tally WHERE what = 'RECEIPTS_PRINTED'"))
                .isEqualTo(11);
        assertThat(folder.resolve("upkeep.db.damaged")).doesNotExist();
    }

    @Test
    void aFileOfANewerProgramIsLeftAloneAndTheBookIsInMemory() throws Exception {
        try (SqliteDeviceBook book = opened()) {
            fill(book);
        }
        sql("PRAGMA user_version = 99");
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER)).isEqualTo(Life.UNKNOWN);
            book.count(RECEIPT_PRINTER, Tally.RECEIPTS_PRINTED, 5);
            assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECEIPTS_PRINTED)).isEqualTo(5);
        }
        assertThat(folder.resolve("upkeep.db.damaged")).doesNotExist();
        assertThat(sql("SELECT count FROM tally WHERE what = 'RECEIPTS_PRINTED'"))
                .isEqualTo(10);
        sql("PRAGMA user_version = 1");
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECEIPTS_PRINTED)).isEqualTo(10);
        }
    }

    @Test
    void aDamagedFileThatCannotBePutAsideLeavesABookInMemory() throws Exception {
        try (SqliteDeviceBook book = opened()) {
            fill(book);
        }
        sql("DROP TABLE hour");
        Files.createDirectories(folder.resolve("upkeep.db.damaged/full"));
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER)).isEqualTo(Life.UNKNOWN);
            book.count(RECEIPT_PRINTER, Tally.RECEIPTS_PRINTED, 5);
            assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECEIPTS_PRINTED)).isEqualTo(5);
        }
        assertThat(sql("SELECT count FROM tally WHERE what = 'RECEIPTS_PRINTED'"))
                .isEqualTo(10);
    }

    /** What stood there is gone, what is counted now stays. */
    private void begunAnew() {
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER)).isEqualTo(Life.UNKNOWN);
            book.count(RECEIPT_PRINTER, Tally.CUTS, 5);
        }
        assertThat(folder.resolve("upkeep.db.damaged")).exists();
        try (SqliteDeviceBook book = opened()) {
            assertThat(book.life(RECEIPT_PRINTER).tallies()).isEqualTo(Map.of(Tally.CUTS, 5L));
        }
    }

    @Test
    void aDiskThatGivesNoFileLeavesABookInMemory() throws Exception {
        Files.createDirectory(file);
        try (SqliteDeviceBook book = opened()) {
            fill(book);
            assertThat(book.life(RECEIPT_PRINTER).of(Tally.RECEIPTS_PRINTED)).isEqualTo(10);
        }
        assertThat(folder.resolve("upkeep.db.damaged")).doesNotExist();
    }
}
