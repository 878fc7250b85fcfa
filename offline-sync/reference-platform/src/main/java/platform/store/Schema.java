package platform.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;

/** The platform's tables, written once in SQLite's words. */
final class Schema {
    /** Raised with every change of the tables. */
    private static final long VERSION = 3;

    private Schema() {}

    /** Makes the tables of an empty store, each statement as this database wants it; a store of another version is left as it is. */
    static void make(Connection connection, UnaryOperator<String> translation) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            boolean isEmpty = !hasTable(connection, "terminal");
            statement.execute(
                    translation.apply("CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"));
            long version = isEmpty ? VERSION : version(statement);
            if (version != VERSION) {
                throw new IllegalStateException("This store is of version " + version + ", and this platform works with"
                        + " version " + VERSION + " alone.");
            }
            for (String table : text().split(";\\s*\n")) {
                statement.execute(translation.apply(table));
            }
            if (isEmpty) {
                statement.execute("INSERT INTO schema_version VALUES (" + VERSION + ")");
            }
        }
    }

    private static boolean hasTable(Connection connection, String name) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), name, null)) {
            return tables.next();
        }
    }

    /** That of the store; 0 where it was made before there were versions. */
    private static long version(Statement statement) throws SQLException {
        try (ResultSet version = statement.executeQuery("SELECT version FROM schema_version")) {
            return version.next() ? version.getLong(1) : 0;
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
