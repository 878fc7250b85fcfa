package kiosk.sync.upkeep;

import static kiosk.device.DeviceKind.ID_CARD_READER;
import static kiosk.device.DeviceKind.RECEIPT_PRINTER;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health.State;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Kind;
import kiosk.device.Health.Supply.Level;
import kiosk.sync.TurnableClock;
import kiosk.upkeep.DeviceBook.Result;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.Paper;
import kiosk.upkeep.Subject;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;
import kiosk.upkeep.TestRecord.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Where a book of the devices is kept, opened and looked into. */
class Bookcase {
    static final Instant NOON = Instant.parse("2026-11-22T04:00:00Z");

    final TurnableClock clock = new TurnableClock(NOON);

    @TempDir
    Path folder;

    Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("upkeep.db");
    }

    SqliteDeviceBook opened() {
        return SqliteDeviceBook.open(file, clock, Paper.USUAL);
    }

    static DeviceEvent event(int number) {
        return new DeviceEvent(
                NOON.plusSeconds(number),
                ID_CARD_READER,
                State.OFFLINE,
                Optional.of(new Fault(Cause.NO_ANSWER, "11FF " + number)));
    }

    static void fill(SqliteDeviceBook book) {
        book.count(RECEIPT_PRINTER, Tally.RECEIPTS_PRINTED, 10);
        book.count(RECEIPT_PRINTER, Tally.MILLIMETRES_PRINTED, 2_000);
        book.stocked(RECEIPT_PRINTER, Supply.of(Kind.RECEIPT_ROLL, Level.OK));
        book.worked(RECEIPT_PRINTER, Duration.ofMillis(700), Result.DONE);
        book.worked(RECEIPT_PRINTER, Duration.ofSeconds(9), Result.FAILED);
        book.note(event(1));
        book.note(new DeviceEvent(NOON, ID_CARD_READER, State.ONLINE, Optional.empty()));
        book.record(new TestRecord(
                NOON, Subject.RECEIPT_PRINTER, Verdict.PASSED, "s-0417", Map.of("lines", 12L, "cut", 1L)));
    }

    /** Does it as another program would; the first number of the answer, or none. */
    int sql(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return -1;
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getInt(1) : -1;
            }
        }
    }
}
