package kiosk.sync.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import org.sqlite.SQLiteErrorCode;

/** Thrown where the store could not do what was asked. */
public final class StoreTrouble extends UncheckedIOException {
    private static final long serialVersionUID = 1;

    /** What kind of trouble it is. */
    public enum Kind {
        /** No space is left; nothing of the change is stored. */
        FULL,
        /** The disk or the file failed; the change may be stored or not, only looking tells. */
        UNSURE
    }

    private final Kind kind;

    StoreTrouble(Kind kind, SQLException cause) {
        super(
                kind == Kind.FULL
                        ? "there is no space left for the store"
                        : "the store failed, and was closed to be opened again",
                new IOException("SQLite result " + cause.getErrorCode(), cause));
        this.kind = kind;
    }

    StoreTrouble(Kind kind, IOException cause) {
        super("the sealed parts could not be kept", cause);
        this.kind = kind;
    }

    /** What it means that SQLite failed so; a rule of the store's own that was broken is a bug, and no trouble. */
    static RuntimeException of(SQLException e) {
        int code = e.getErrorCode() & 0xff;
        if (code == SQLiteErrorCode.SQLITE_CONSTRAINT.code) {
            return new IllegalStateException("the store's own rules were broken", e);
        }
        return new StoreTrouble(code == SQLiteErrorCode.SQLITE_FULL.code ? Kind.FULL : Kind.UNSURE, e);
    }

    /** There is no space, which was seen before anything was written. */
    static StoreTrouble full() {
        return new StoreTrouble(Kind.FULL, new IOException("no space is left"));
    }

    /** What kind of trouble it is. */
    public Kind kind() {
        return kind;
    }
}
