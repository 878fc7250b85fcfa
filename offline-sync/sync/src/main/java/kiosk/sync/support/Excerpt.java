package kiosk.sync.support;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.sqlite.SQLiteConfig;

/**
 * Rows of one of the terminal's databases as text, a line each, columns parted by tabs; read beside the program that works on it.
 *
 * @param name the file it becomes in the bundle
 * @param query ends after so many rows by itself
 */
record Excerpt(String name, String query) {
    private static final int WAITING_FOR_A_WRITER = 1000;
    private static final int LONGEST = 4 << 20;

    /** The lines; where the database cannot be read, that. */
    String of(Path database) {
        if (!Files.exists(database)) {
            return "none\n";
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(WAITING_FOR_A_WRITER);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return lines(rows);
        } catch (SQLException unreadable) {
            return "unreadable: SQLite result " + unreadable.getErrorCode() + "\n";
        }
    }

    private static String lines(ResultSet rows) throws SQLException {
        StringBuilder text = new StringBuilder();
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next() && text.length() < LONGEST) {
            for (int column = 1; column <= columns; column++) {
                text.append(column == 1 ? "" : "\t").append(String.valueOf(rows.getString(column)));
            }
            text.append('\n');
        }
        return text.toString();
    }
}
