package kiosk.sync.upkeep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.Health.Supply.Level;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.Kept;
import kiosk.upkeep.PaperMark;
import kiosk.upkeep.Subject;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;
import kiosk.upkeep.WorkedHour;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rows of the file as values, and back. */
final class UpkeepRows {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRows.class);

    private final Connection connection;

    UpkeepRows(Connection connection) {
        this.connection = connection;
    }

    private interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** All that is kept of each device. */
    Map<DeviceKind, Kept> kept() throws SQLException {
        Map<DeviceKind, Kept> kept = new EnumMap<>(DeviceKind.class);
        for (DeviceKind device : DeviceKind.values()) {
            kept.put(device, new Kept(tallies(device), events(device), hours(device), marks(device)));
        }
        return kept;
    }

    private Map<Tally, Long> tallies(DeviceKind device) throws SQLException {
        Map<Tally, Long> tallies = new EnumMap<>(Tally.class);
        all(
                row -> tallies.put(Tally.valueOf(row.getString(1)), row.getLong(2)),
                "SELECT what, count FROM tally WHERE device = ?",
                device.name());
        return tallies;
    }

    private List<WorkedHour> hours(DeviceKind device) throws SQLException {
        return all(
                row -> new WorkedHour(
                        Instant.ofEpochMilli(row.getLong(1)),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        Figures.steps(row.getString(5))),
                "SELECT begin, works, failures, slowest, steps FROM hour WHERE device = ? ORDER BY begin",
                device.name());
    }

    private List<DeviceEvent> events(DeviceKind device) throws SQLException {
        return all(
                row -> new DeviceEvent(
                        Instant.ofEpochMilli(row.getLong(1)),
                        device,
                        Health.State.valueOf(row.getString(2)),
                        fault(row.getString(3), row.getString(4))),
                "SELECT at, state, cause, code FROM event WHERE device = ? ORDER BY seq",
                device.name());
    }

    private static Optional<Fault> fault(@Nullable String cause, @Nullable String code) {
        return cause == null || code == null
                ? Optional.empty()
                : Optional.of(new Fault(Fault.Cause.valueOf(cause), code));
    }

    private List<PaperMark> marks(DeviceKind device) throws SQLException {
        return all(
                row -> new PaperMark(row.getLong(1), Level.valueOf(row.getString(2))),
                "SELECT used, level FROM mark WHERE device = ? ORDER BY seq",
                device.name());
    }

    /** The tests, the oldest first. */
    List<TestRecord> tests() throws SQLException {
        return all(
                row -> new TestRecord(
                        Instant.ofEpochMilli(row.getLong(1)),
                        Subject.valueOf(row.getString(2)),
                        TestRecord.Verdict.valueOf(row.getString(3)),
                        row.getString(4),
                        Figures.parse(row.getString(5))),
                "SELECT at, subject, verdict, technician, figures FROM test ORDER BY seq");
    }

    /** Writes the counts of a device and its last hours as they stand. */
    void write(DeviceKind device, Kept kept) throws SQLException {
        for (Map.Entry<Tally, Long> tally : kept.tallies().entrySet()) {
            run(
                    "INSERT OR REPLACE INTO tally VALUES (?, ?, ?)",
                    device.name(),
                    tally.getKey().name(),
                    tally.getValue());
        }
        List<WorkedHour> hours = kept.hours();
        for (WorkedHour hour : hours.subList(Math.max(0, hours.size() - 2), hours.size())) {
            write(device, hour);
        }
        if (!hours.isEmpty()) {
            run(
                    "DELETE FROM hour WHERE device = ? AND begin < ?",
                    device.name(),
                    hours.get(0).begin().toEpochMilli());
        }
    }

    /** Writes the marks of a device's paper as they stand. */
    void write(DeviceKind device, List<PaperMark> marks) throws SQLException {
        run("DELETE FROM mark WHERE device = ?", device.name());
        for (PaperMark mark : marks) {
            run(
                    "INSERT INTO mark (device, used, level) VALUES (?, ?, ?)",
                    device.name(),
                    mark.used(),
                    mark.level().name());
        }
    }

    private void write(DeviceKind device, WorkedHour hour) throws SQLException {
        run(
                "INSERT OR REPLACE INTO hour VALUES (?, ?, ?, ?, ?, ?)",
                device.name(),
                hour.begin().toEpochMilli(),
                hour.works(),
                hour.failures(),
                hour.slowestMillis(),
                Figures.text(hour.steps()));
    }

    void write(DeviceEvent event) throws SQLException {
        String device = event.device().name();
        run(
                "INSERT INTO event (at, device, state, cause, code) VALUES (?, ?, ?, ?, ?)",
                event.time().toEpochMilli(),
                device,
                event.state().name(),
                event.fault().map(it -> it.cause().name()).orElse(null),
                event.fault().map(Fault::code).orElse(null));
        run(
                "DELETE FROM event WHERE device = ? AND seq <="
                        + " (SELECT seq FROM event WHERE device = ? ORDER BY seq DESC LIMIT 1 OFFSET ?)",
                device,
                device,
                Kept.MOST_EVENTS);
    }

    void write(TestRecord test) throws SQLException {
        run(
                "INSERT INTO test (at, subject, verdict, technician, figures) VALUES (?, ?, ?, ?, ?)",
                test.time().toEpochMilli(),
                test.subject().name(),
                test.verdict().name(),
                test.technician(),
                Figures.text(test.figures()));
        run("DELETE FROM test WHERE seq <= (SELECT max(seq) FROM test) - ?", Kept.MOST_TESTS);
    }

    /** Writes all of a book into a file that is to hold nothing else. */
    void writeAnew(Map<DeviceKind, Kept> book, List<TestRecord> tests) throws SQLException {
        for (String table : List.of("tally", "hour", "event", "mark", "test")) {
            run("DELETE FROM " + table);
        }
        for (Map.Entry<DeviceKind, Kept> page : book.entrySet()) {
            write(page.getKey(), page.getValue());
            write(page.getKey(), page.getValue().marks());
            for (WorkedHour hour : page.getValue().hours()) {
                write(page.getKey(), hour);
            }
            for (DeviceEvent event : page.getValue().events()) {
                write(event);
            }
        }
        for (TestRecord test : tests) {
            write(test);
        }
    }

    private void run(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            statement.executeUpdate();
        }
    }

    private <T> List<T> all(Reading<T> reading, String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet rows = statement.executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                known(reading, rows).ifPresent(found::add);
            }
            return found;
        }
    }

    /** A row with a word that nobody knows, of another version of this program perhaps, stays in the file and costs nothing else. */
    private static <T> Optional<T> known(Reading<T> reading, ResultSet row) throws SQLException {
        try {
            return Optional.ofNullable(reading.from(row));
        } catch (IllegalArgumentException unknownWord) {
            LOG.warn("a row in the book of the devices holds a word that is not known");
            return Optional.empty();
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
