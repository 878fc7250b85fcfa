package platform.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What may be done between begin and commit. */
public final class Transaction {
    private final Connection connection;
    private final Dialect dialect;

    Transaction(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    /** Changes rows and says how many. */
    public int change(String sql, @Nullable Object... values) throws SQLException {
        try (PreparedStatement statement = prepared(sql, values)) {
            return statement.executeUpdate();
        }
    }

    public Optional<Row> one(String sql, Object... values) throws SQLException {
        return all(sql, values).stream().findFirst();
    }

    /** A row that nobody else changes before this transaction ends. */
    public Optional<Row> oneLocked(String sql, Object... values) throws SQLException {
        return one(sql + dialect.forUpdate(), values);
    }

    public List<Row> all(String sql, Object... values) throws SQLException {
        List<Row> rows = new ArrayList<>();
        try (PreparedStatement statement = prepared(sql, values);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(new Row(result));
            }
        }
        return rows;
    }

    /** A number of that sequence that was never given before, counted from 1; numbers may be left out. */
    public long next(String sequence) throws SQLException {
        return dialect.next(this, sequence);
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        for (Object value : values) {
            if (value instanceof String text && text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A text with a NUL in it is kept by one of the databases alone.");
            }
        }
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
