package kiosk.sync.upkeep;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteErrorCode;

/**
 * The file and how it is opened: WAL with synchronous NORMAL, so that a killed program loses nothing that was written and a loss of
 * power at most the last counts. It may grow to 16 MiB.
 */
final class UpkeepFile {
    private static final Logger LOG = LoggerFactory.getLogger(UpkeepFile.class);
    private static final int SCHEMA = 1;
    private static final int BUSY_MILLIS = 1000;
    private static final String SETTINGS = """
            PRAGMA cell_size_check = ON;
            PRAGMA trusted_schema = OFF;
            PRAGMA journal_size_limit = 1048576;
            PRAGMA max_page_count = 4096;
            PRAGMA mmap_size = 0;
            PRAGMA temp_store = MEMORY
            """;

    private final Path file;

    UpkeepFile(Path file) {
        this.file = file;
    }

    /** The file is of a newer version of this program: it is not this one's to write, and not damaged. */
    private static final class Newer extends SQLException {
        private static final long serialVersionUID = 1;

        Newer() {
            super("the file is of a newer version of this program");
        }
    }

    /** Opens it, making its tables where it is new. @throws SQLException if it is damaged, newer, or no disk takes it */
    Connection open() throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(SQLiteConfig.JournalMode.WAL);
        config.setSynchronous(SQLiteConfig.SynchronousMode.NORMAL);
        config.setBusyTimeout(BUSY_MILLIS);
        Connection connection = config.createConnection("jdbc:sqlite:" + file);
        boolean usable = false;
        try {
            prepare(connection);
            usable = true;
            return connection;
        } finally {
            if (!usable) {
                connection.close();
            }
        }
    }

    private static void prepare(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            script(statement, SETTINGS);
            if (!text(statement, "PRAGMA quick_check(1)").equals("ok")) {
                throw new SQLException("the file is damaged");
            }
            connection.setAutoCommit(false);
            int schema = Integer.parseInt(text(statement, "PRAGMA user_version"));
            if (schema > SCHEMA) {
                throw new Newer();
            }
            if (schema == 0) {
                script(statement, tables());
            }
            connection.commit();
        }
    }

    private static String text(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    private static void script(Statement statement, String script) throws SQLException {
        for (String sql : script.split(";\\s*\\n")) {
            statement.execute(sql);
        }
    }

    private static String tables() {
        try (InputStream in = UpkeepFile.class.getResourceAsStream("upkeep.sql")) {
            if (in == null) {
                throw new IllegalStateException("upkeep.sql is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("--[^\\n]*", "");
        } catch (IOException e) {
            throw new UncheckedIOException("upkeep.sql cannot be read from the program", e);
        }
    }

    /** Whether a failure says that the file is damaged, and not that it is newer or the disk full or slow. */
    static boolean damage(SQLException failure) {
        int code = failure.getErrorCode() & 0xff;
        return (code == 0 && !(failure instanceof Newer))
                || code == SQLiteErrorCode.SQLITE_ERROR.code
                || code == SQLiteErrorCode.SQLITE_CORRUPT.code
                || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** Puts the file aside, in the place of one that was put there earlier. */
    void moveAside() {
        LOG.error("the book of the devices is damaged; it is put aside and begun anew");
        for (String part : List.of("", "-wal", "-shm")) {
            Path from = file.resolveSibling(file.getFileName() + part);
            try {
                if (Files.exists(from)) {
                    Path to = file.resolveSibling(file.getFileName() + ".damaged" + part);
                    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
                }
            } catch (IOException e) {
                LOG.error("a part of the damaged book cannot be put aside");
            }
        }
    }
}
