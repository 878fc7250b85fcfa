package kiosk.sync.bench;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;
import org.sqlite.SQLiteConfig;

/**
 * db-scheduler's one-time tasks on SQLite, as its own tests run it: the same table, one connection, fetch as the way of polling. WAL and
 * synchronous FULL as ours; the payload is stored as it is, without Java's serialization.
 */
final class DbScheduler implements Peer {
    private static final String[] TABLE = {
        "CREATE TABLE scheduled_tasks (task_name VARCHAR(100), task_instance VARCHAR(100), task_data BLOB, execution_time TIMESTAMP,"
                + " picked BIT, picked_by VARCHAR(50), last_success TIMESTAMP, last_failure TIMESTAMP, consecutive_failures INT,"
                + " last_heartbeat TIMESTAMP, version BIGINT, priority SMALLINT, PRIMARY KEY (task_name, task_instance))",
        "CREATE INDEX execution_time_idx ON scheduled_tasks (execution_time)",
        "CREATE INDEX last_heartbeat_idx ON scheduled_tasks (last_heartbeat)",
        "CREATE INDEX priority_execution_time_idx ON scheduled_tasks (priority DESC, execution_time ASC)"
    };

    private final OneConnection connection;
    private final OneTimeTask<byte[]> task;
    private final Scheduler scheduler;

    DbScheduler(Path folder, Carrier carrier) throws SQLException {
        connection = new OneConnection(opened(folder.resolve("db-scheduler.db")));
        task = Tasks.oneTime("deliver", byte[].class)
                .execute((instance, context) -> carrier.bring(instance.getId(), instance.getData()));
        scheduler = Scheduler.create(connection.source(), task)
                .threads(Line.IN_FLIGHT)
                .pollUsingFetch(0.5, 10.0)
                .pollingInterval(Duration.ofMillis(5))
                .serializer(new AsItIs())
                .build();
    }

    private static Connection opened(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            for (String sql : TABLE) {
                statement.execute(sql);
            }
        }
        return connection;
    }

    @Override
    public void enqueue(SubmissionId id, Sealed.Put put) {
        if (!scheduler.scheduleIfNotExists(
                task.instanceBuilder(id.toString()).data(put.body()).build(), Instant.now())) {
            throw new IllegalStateException("it was there already");
        }
    }

    @Override
    public void drain() {
        scheduler.start();
    }

    @Override
    public int left() throws SQLException {
        try (Connection lent = connection.source().getConnection()) {
            return Peer.rows(lent, "scheduled_tasks");
        }
    }

    @Override
    public void close() throws SQLException {
        scheduler.stop();
        connection.close();
    }

    private static final class AsItIs implements Serializer {
        @Override
        public byte[] serialize(Object data) {
            return (byte[]) data;
        }

        @Override
        public <T> T deserialize(Class<T> type, byte[] data) {
            return type.cast(data);
        }
    }
}
