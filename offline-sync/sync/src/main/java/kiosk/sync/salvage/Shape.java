package kiosk.sync.salvage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;

/** The columns of a table as the new database has them, and which rows of a damaged one fit into it. */
public final class Shape {
    private static final Logger LOG = LoggerFactory.getLogger(Shape.class);

    private final String table;
    private final Map<String, Column> columns;

    /** What a column takes. */
    private record Column(String type, boolean needed) {
        boolean takes(@Nullable Object value) {
            if (value == null) {
                return !needed;
            }
            return switch (type) {
                case "INTEGER" -> value instanceof Integer || value instanceof Long;
                case "TEXT" -> value instanceof String;
                default -> value instanceof byte[];
            };
        }

        @Nullable
        Object nothing() {
            return !needed ? null : type.equals("INTEGER") ? 0 : "";
        }
    }

    private Shape(String table, Map<String, Column> columns) {
        this.table = table;
        this.columns = columns;
    }

    /** The shape of a table, but for the number of its rows where it counts them itself. */
    public static Shape of(Connection connection, String table) throws SQLException {
        Map<String, Column> columns = new LinkedHashMap<>();
        try (PreparedStatement info =
                        connection.prepareStatement("SELECT name, type, \"notnull\" OR pk FROM pragma_table_info('"
                                + table + "')" + " WHERE NOT (name = 'seq' AND pk = 1 AND type = 'INTEGER')");
                ResultSet rows = info.executeQuery()) {
            while (rows.next()) {
                columns.put(rows.getString(1), new Column(rows.getString(2), rows.getBoolean(3)));
            }
        }
        return new Shape(table, columns);
    }

    /** Whether every value is of the kind that its column takes; columns that the row does not have are none of its faults. */
    public boolean fits(Map<String, ? extends @Nullable Object> row) {
        return row.entrySet().stream()
                .allMatch(it -> Optional.ofNullable(columns.get(it.getKey()))
                        .map(column -> column.takes(it.getValue()))
                        .orElse(true));
    }

    /** What of a row fits, and nothing in the place of what does not. */
    public Map<String, @Nullable Object> fitting(Map<String, ? extends @Nullable Object> row) {
        Map<String, @Nullable Object> fitting = new LinkedHashMap<>();
        columns.forEach((name, column) -> {
            Object value = row.get(name);
            fitting.put(name, column.takes(value) ? value : column.nothing());
        });
        return fitting;
    }

    /** Inserts a row, unless the table's rules forbid it; the answer is whether it did. */
    public boolean insert(Connection connection, Map<String, ? extends @Nullable Object> row) throws SQLException {
        List<String> names = columns.keySet().stream().filter(row::containsKey).toList();
        String sql = "INSERT INTO " + table + " (" + String.join(", ", names) + ") VALUES (?"
                + ", ?".repeat(names.size() - 1) + ")";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < names.size(); i++) {
                statement.setObject(i + 1, row.get(names.get(i)));
            }
            return statement.executeUpdate() == 1;
        } catch (SQLException e) {
            if ((e.getErrorCode() & 0xff) != SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
                throw e;
            }
            LOG.debug("a row for {} is there already, or does not fit: {}", table, e.getErrorCode());
            return false;
        }
    }
}
