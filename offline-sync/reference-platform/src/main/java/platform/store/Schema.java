package platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/** The platform's tables, written once in SQLite's words. */
final class Schema {
    private Schema() {}

    /** Makes what is not there yet, each statement as this database wants it. */
    static void make(Connection connection, UnaryOperator<String> translation) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String table : text().split(";\\s*\n")) {
                statement.execute(translation.apply(table));
            }
        }
    }

    private static String text() {
        try (InputStream in = Schema.class.getResourceAsStream("/platform/schema.sql")) {
            if (in == null) {
                throw new IllegalStateException("The schema is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("The schema cannot be read.", e);
        }
    }
}
