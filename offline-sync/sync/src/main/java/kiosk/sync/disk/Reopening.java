package kiosk.sync.disk;

import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connection that is opened when it is needed, and anew after it failed; one thread at a time has it. */
public final class Reopening {
    private static final Logger LOG = LoggerFactory.getLogger(Reopening.class);

    private final Opening opening;
    private @Nullable Connection connection;

    /** How a connection is made. */
    public interface Opening {
        Connection open() throws SQLException;
    }

    /** One that is closed yet. */
    public Reopening(Opening opening) {
        this.opening = opening;
    }

    /** The connection, open. */
    public Connection connected() throws SQLException {
        if (connection == null) {
            connection = opening.open();
        }
        return connection;
    }

    /** Undoes what is not committed. */
    public void undo() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.error("a change could not be undone: SQLite result {}", e.getErrorCode());
            disconnect();
        }
    }

    /** Closes it. */
    public void disconnect() {
        try (Connection open = connection) {
            connection = null;
            LOG.debug("closed: {}", open);
        } catch (SQLException e) {
            LOG.error("the store could not be closed: SQLite result {}", e.getErrorCode());
        }
    }
}
