package kiosk.sync.bench;

import java.sql.SQLException;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;

/** A queue on a disk that is measured: ours, or another's. */
interface Queue extends AutoCloseable {
    /** Takes what is sealed already; it is on disk when this returns. */
    void enqueue(SubmissionId id, Sealed.Put put) throws Exception;

    @Override
    void close() throws SQLException;
}
