package kiosk.sync.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;

/**
 * A store as it was at one moment, whoever works on it meanwhile: read over a connection of its own that writes nothing and takes no
 * lock that anybody waits for. A copied folder will do, one that cannot be written to as well.
 */
public final class StoreView implements AutoCloseable {
    private static final int WAITING_FOR_A_WRITER = 2000;
    private static final int SCHEMA = 4;
    private static final int MOST_OF_A_PART = (8 << 20) + (64 << 10);

    private final Path folder;
    private final Connection connection;

    /** How a row is read. */
    interface Reading<T> {
        T from(ResultSet row) throws SQLException;
    }

    /** What is done with each row. */
    interface Each {
        void row(ResultSet row) throws SQLException;
    }

    private StoreView(Path folder, Connection connection) {
        this.folder = folder;
        this.connection = connection;
    }

    /**
     * The store in that folder.
     *
     * @throws UncheckedIOException if there is none, or it cannot be read
     */
    public static StoreView of(Path folder) {
        Path file = folder.resolve("outbox.db");
        if (!Files.isRegularFile(file)) {
            throw new UncheckedIOException("there is no queue in that folder", new IOException("no outbox.db"));
        }
        try {
            return new StoreView(folder, opened(file));
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static Connection opened(Path file) throws SQLException {
        try {
            return begun("jdbc:sqlite:" + file);
        } catch (SQLException e) {
            if (Files.isWritable(file.resolveSibling("")) || Files.exists(file.resolveSibling("outbox.db-wal"))) {
                throw e;
            }
            return begun("jdbc:sqlite:file:" + file + "?immutable=1");
        }
    }

    /** The first question fixes the moment; all that follow are answered as of then. */
    private static Connection begun(String address) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(WAITING_FOR_A_WRITER);
        Connection connection = config.createConnection(address);
        boolean begun = false;
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement version = connection.prepareStatement("PRAGMA user_version");
                    PreparedStatement look = connection.prepareStatement("SELECT count(*) FROM sqlite_schema");
                    ResultSet schema = version.executeQuery();
                    ResultSet tables = look.executeQuery()) {
                if (!schema.next() || schema.getInt(1) != SCHEMA || !tables.next()) {
                    throw new UncheckedIOException(
                            "the queue is of another version than this program", new IOException("user_version"));
                }
            }
            begun = true;
            return connection;
        } finally {
            if (!begun) {
                connection.close();
            }
        }
    }

    /** A large sealed part, as much as one may have; whoever works on the store may have let go of it meanwhile. */
    byte[] part(String file) throws IOException {
        Path parts = folder.resolve("parts").toAbsolutePath().normalize();
        Path part = parts.resolve(file).normalize();
        if (!parts.equals(part.getParent())) {
            throw new IOException("not the name of a part");
        }
        try (InputStream in = Files.newInputStream(part)) {
            return in.readNBytes(MOST_OF_A_PART);
        }
    }

    <T> List<T> all(String sql, Reading<T> reading, @Nullable Object... values) {
        List<T> found = new ArrayList<>();
        each(sql, row -> found.add(reading.from(row)), values);
        return found;
    }

    void each(String sql, Each each, @Nullable Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    each.row(rows);
                }
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static UncheckedIOException unreadable(SQLException e) {
        return new UncheckedIOException(
                "the queue cannot be read (SQLite result " + e.getErrorCode() + ")", new IOException(e));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
