package platform.store;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** One row of an answer of the store, detached from it. */
public final class Row {
    private final Map<String, Object> values = new HashMap<>();

    Row(ResultSet result) throws SQLException {
        ResultSetMetaData columns = result.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            Object value = result.getObject(i);
            if (value != null) {
                values.put(columns.getColumnLabel(i), value);
            }
        }
    }

    public String text(String column) {
        return (String) required(column);
    }

    public Optional<String> optionalText(String column) {
        return Optional.ofNullable(values.get(column)).map(String.class::cast);
    }

    public long number(String column) {
        return ((Number) required(column)).longValue();
    }

    public Optional<Long> optionalNumber(String column) {
        return Optional.ofNullable(values.get(column)).map(Number.class::cast).map(Number::longValue);
    }

    public byte[] bytes(String column) {
        return (byte[]) required(column);
    }

    public Optional<byte[]> optionalBytes(String column) {
        return Optional.ofNullable(values.get(column)).map(byte[].class::cast);
    }

    private Object required(String column) {
        return Optional.ofNullable(values.get(column))
                .orElseThrow(() -> new IllegalStateException("The store holds nothing under " + column + "."));
    }
}
