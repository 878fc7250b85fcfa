package kiosk.sync.salvage;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiosk.sync.disk.StoreCheck;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * A database that can no longer be read whole, read as far as it can be: a page that cannot costs what is on it, and nothing else. What
 * failed for another reason than damage may be readable another time; {@link #readToItsEnd} says so.
 */
public final class Wreck implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wreck.class);

    private final Connection connection;
    private boolean readToItsEnd = true;

    /** What is made of a row. */
    public interface Reading<T> {
        @Nullable
        T from(ResultSet row) throws SQLException;
    }

    /** What is done with each row. */
    public interface Each {
        void row(ResultSet row) throws SQLException;
    }

    private Wreck(Connection connection) {
        this.connection = connection;
    }

    /**
     * The database in that file.
     *
     * @throws SQLException if nothing of it can be read
     */
    public static Wreck of(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        boolean opened = false;
        try (PreparedStatement look = connection.prepareStatement("SELECT count(*) FROM sqlite_schema");
                ResultSet schema = look.executeQuery()) {
            opened = schema.next();
            return new Wreck(connection);
        } finally {
            if (!opened) {
                connection.close();
            }
        }
    }

    /** Whether there is a table of that name. */
    public boolean has(String table) {
        return first("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?", row -> true, table)
                .isPresent();
    }

    /** Every row that can be reached in that order from either end; where a page between them cannot be read, some twice. */
    public void each(String select, String order, Each each) {
        if (!all(select + " ORDER BY " + order + " ASC", each)) {
            all(select + " ORDER BY " + order + " DESC", each);
        }
    }

    private boolean all(String sql, Each each) {
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                each.row(rows);
            }
            return true;
        } catch (SQLException e) {
            failed(e);
            return false;
        }
    }

    /** What is made of the first row found; empty where there is none, or it cannot be read. */
    public <T> Optional<T> first(String sql, Reading<T> reading, Object key) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, key);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.ofNullable(reading.from(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            failed(e);
            return Optional.empty();
        }
    }

    /** All values of a row by their columns' names, as they are stored. */
    public static Map<String, @Nullable Object> values(ResultSet row) throws SQLException {
        ResultSetMetaData columns = row.getMetaData();
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnName(i).toLowerCase(Locale.ROOT), row.getObject(i));
        }
        return values;
    }

    private void failed(SQLException e) {
        LOG.error("part of the damaged store cannot be read: SQLite result {}", e.getErrorCode());
        readToItsEnd &= StoreCheck.saysDamaged(e);
    }

    /** Whether nothing but damage kept anything from being read so far. */
    public boolean readToItsEnd() {
        return readToItsEnd;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
