package kiosk.sync.disk;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.sqlite.SQLiteConfig;
import org.sqlite.jdbc4.JDBC4Connection;
import org.sqlite.jdbc4.JDBC4PreparedStatement;

/**
 * A connection that keeps what it prepared: to read an SQL text anew takes longer than to run it. Closing a statement lays it back.
 * A rollback lets all of them go, because a statement that met a full disk serves no longer.
 */
public final class StoreConnection extends JDBC4Connection {
    private static final int MOST_KEPT = 64;
    private static final String COMMIT = "COMMIT";
    private static final String BEGIN = "BEGIN IMMEDIATE";

    private final Map<String, Kept> kept = new HashMap<>();

    private StoreConnection(Path file, SQLiteConfig config) throws SQLException {
        super("jdbc:sqlite:" + file, file.toString(), config.toProperties());
    }

    /** Opens the file. */
    public static Connection open(Path file, SQLiteConfig config) throws SQLException {
        return new StoreConnection(file, config);
    }

    @Override
    public PreparedStatement prepareStatement(String sql) throws SQLException {
        Kept known = kept.get(sql);
        if (known != null && known.idle) {
            known.idle = false;
            return known;
        }
        if (known != null || kept.size() >= MOST_KEPT) {
            return super.prepareStatement(sql);
        }
        Kept fresh = new Kept(this, sql);
        kept.put(sql, fresh);
        return fresh;
    }

    /** Commits, and begins the next transaction, as the driver does; but what says so is kept, too. */
    @Override
    public void commit() throws SQLException {
        run(COMMIT);
        run(BEGIN);
    }

    private void run(String sql) throws SQLException {
        try (PreparedStatement statement = prepareStatement(sql)) {
            statement.execute();
        }
    }

    @Override
    public void rollback() throws SQLException {
        letGo();
        super.rollback();
    }

    @Override
    public void close() throws SQLException {
        letGo();
        super.close();
    }

    private void letGo() throws SQLException {
        for (Kept each : new ArrayList<>(kept.values())) {
            each.letGo();
        }
        kept.clear();
    }

    /** A statement that is not closed when it is done. What was bound stays so until it is bound anew: SQLite plans a statement again whose values were cleared. */
    private static final class Kept extends JDBC4PreparedStatement {
        private boolean idle;
        private boolean gone;

        Kept(StoreConnection connection, String sql) throws SQLException {
            super(connection, sql);
        }

        @Override
        public void close() throws SQLException {
            if (gone) {
                super.close();
            } else {
                idle = true;
            }
        }

        void letGo() throws SQLException {
            gone = true;
            super.close();
        }
    }
}
