package kiosk.sync.upkeep;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.device.Health.Supply;
import kiosk.upkeep.DeviceBook;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.Kept;
import kiosk.upkeep.Life;
import kiosk.upkeep.MemoryDeviceBook;
import kiosk.upkeep.Paper;
import kiosk.upkeep.Tally;
import kiosk.upkeep.TestRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A book in memory that one thread writes down, a batch at a time. A file that is damaged is put aside, and what is in memory is
 * written into a new one; a disk that takes nothing is tried again after a while. Nothing of that is felt outside.
 */
public final class SqliteDeviceBook implements DeviceBook, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqliteDeviceBook.class);
    private static final long BETWEEN_BATCHES = 1_000;
    private static final long AFTER_A_FAILURE = 10_000;
    private static final Duration TO_CLOSE = Duration.ofSeconds(5);
    private static final int TRIES_TO_CLOSE = 2;

    private final UpkeepFile file;
    private final MemoryDeviceBook book;
    private final Pending pending = new Pending();
    private final Thread writer = new Thread(this::write, "upkeep");
    private Optional<Connection> connection = Optional.empty();
    private boolean damaged;
    private int failures;

    private SqliteDeviceBook(UpkeepFile file, Clock clock, Paper paper) {
        this.file = file;
        this.book = read(clock, paper);
        if (connection.isPresent()) {
            writer.setDaemon(true);
            writer.start();
        } else {
            pending.close();
        }
    }

    /**
     * Opens the book in that file, beginning a new one where there is none, or only a damaged one. Never fails: where the disk gives
     * no file, or one of a newer version of this program, the book is in memory alone until the next start, and what the file holds
     * stays as it is.
     */
    public static SqliteDeviceBook open(Path file, Clock clock, Paper paper) {
        return new SqliteDeviceBook(new UpkeepFile(file), clock, paper);
    }

    private MemoryDeviceBook read(Clock clock, Paper paper) {
        try {
            return read(connected(), clock, paper);
        } catch (SQLException failure) {
            LOG.error("the book of the devices cannot be read: SQLite result {}", failure.getErrorCode());
            damaged = UpkeepFile.damage(failure);
        }
        disconnect();
        return damaged ? begunAnew(clock, paper) : new MemoryDeviceBook(clock, paper);
    }

    private static MemoryDeviceBook read(Connection open, Clock clock, Paper paper) throws SQLException {
        UpkeepRows rows = new UpkeepRows(open);
        return new MemoryDeviceBook(clock, paper, rows.kept(), rows.tests());
    }

    private MemoryDeviceBook begunAnew(Clock clock, Paper paper) {
        try {
            return read(connected(), clock, paper);
        } catch (SQLException failure) {
            LOG.error("no new book of the devices can be begun: SQLite result {}", failure.getErrorCode());
            disconnect();
            return new MemoryDeviceBook(clock, paper);
        }
    }

    private void write() {
        try {
            boolean more = true;
            while (more) {
                Pending.Batch batch = pending.take();
                more = !pending.closed();
                boolean done = written(batch);
                more |= !done && failures < TRIES_TO_CLOSE;
                pending.pause(done || damaged ? BETWEEN_BATCHES : AFTER_A_FAILURE);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("the book of the devices is no longer written");
        } finally {
            disconnect();
        }
    }

    private boolean written(Pending.Batch batch) {
        try {
            Connection open = connected();
            UpkeepRows rows = new UpkeepRows(open);
            if (batch.everything()) {
                rows.writeAnew(kept(), oldestFirst(book.tests()));
            } else {
                writeEach(batch.changes(), rows);
            }
            open.commit();
            failures = 0;
            pending.written(batch);
            return true;
        } catch (SQLException e) {
            failures++;
            damaged = UpkeepFile.damage(e);
            LOG.warn("the book of the devices cannot be written: SQLite result {}", e.getErrorCode());
            disconnect();
            pending.failed();
            return false;
        }
    }

    private void writeEach(List<Change> changes, UpkeepRows rows) throws SQLException {
        for (Change change : changes) {
            if (change instanceof Change.Counted counted) {
                rows.write(counted.device(), book.kept(counted.device()));
            } else if (change instanceof Change.Stocked stocked) {
                rows.write(stocked.device(), book.kept(stocked.device()).marks());
            } else if (change instanceof Change.Noted noted) {
                rows.write(noted.event());
            } else if (change instanceof Change.Tested tested) {
                rows.write(tested.test());
            }
        }
    }

    private Map<DeviceKind, Kept> kept() {
        Map<DeviceKind, Kept> all = new EnumMap<>(DeviceKind.class);
        for (DeviceKind device : DeviceKind.values()) {
            all.put(device, book.kept(device));
        }
        return all;
    }

    private static List<TestRecord> oldestFirst(List<TestRecord> tests) {
        List<TestRecord> turned = new ArrayList<>(tests);
        Collections.reverse(turned);
        return turned;
    }

    /** A damaged file is put aside first; what is in memory goes into the next. */
    private Connection connected() throws SQLException {
        if (connection.isEmpty()) {
            if (damaged) {
                file.moveAside();
                damaged = false;
            }
            connection = Optional.of(file.open());
        }
        return connection.orElseThrow();
    }

    private void disconnect() {
        try {
            if (connection.isPresent()) {
                connection.get().close();
            }
        } catch (SQLException e) {
            LOG.warn("the book of the devices cannot be closed: SQLite result {}", e.getErrorCode());
        }
        connection = Optional.empty();
    }

    @Override
    public void count(DeviceKind device, Tally what, long more) {
        book.count(device, what, more);
        pending.add(new Change.Counted(device));
    }

    @Override
    public void worked(DeviceKind device, Duration took, Result result) {
        book.worked(device, took, result);
        pending.add(new Change.Counted(device));
    }

    @Override
    public void note(DeviceEvent event) {
        book.note(event);
        pending.add(new Change.Noted(event));
    }

    @Override
    public void stocked(DeviceKind device, Supply paper) {
        book.stocked(device, paper);
        pending.add(new Change.Stocked(device));
    }

    @Override
    public void record(TestRecord test) {
        book.record(test);
        pending.add(new Change.Tested(test));
    }

    @Override
    public List<TestRecord> tests() {
        return book.tests();
    }

    @Override
    public Life life(DeviceKind device) {
        return book.life(device);
    }

    /** Waits until all that was noted so far is in the file; false if that takes longer. */
    boolean awaitWritten(Duration patience) throws InterruptedException {
        return pending.awaitWritten(patience.toMillis());
    }

    /** Writes what waits, for five seconds at most, and closes the file; harmless twice. */
    @Override
    public void close() {
        pending.close();
        try {
            writer.join(TO_CLOSE.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
