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

    Transaction(Connection connection) {
        this.connection = connection;
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
        return one(sql, values);
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

    /** The next number of a sequence, from 1; taken back with the transaction. */
    public long next(String sequence) throws SQLException {
        return one(
                        "INSERT INTO sequence (name, value) VALUES (?, 1)"
                                + " ON CONFLICT (name) DO UPDATE SET value = sequence.value + 1 RETURNING value",
                        sequence)
                .orElseThrow()
                .number("value");
    }

    private PreparedStatement prepared(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
