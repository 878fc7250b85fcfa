package kiosk.sync.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** A queue of others that also brings what waits. */
interface Peer extends Queue {
    /** Waits until all that waits may be brought. */
    default void ready() throws InterruptedException {}

    /** Begins to bring what waits; what was brought is taken off. */
    void drain();

    /** How many are not taken off yet. */
    int left() throws SQLException;

    /** How many rows that table has. */
    static int rows(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
