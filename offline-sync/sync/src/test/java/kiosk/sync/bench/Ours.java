package kiosk.sync.bench;

import java.nio.file.Path;
import kiosk.submission.SubmissionId;
import kiosk.sync.seal.Sealed;
import kiosk.sync.store.SealedAlready;

/** The kiosk's own queue: the row, the number, the sealed bytes and the journal with one commit. */
final class Ours implements Queue {
    private final SealedAlready queue;

    Ours(Path folder) {
        queue = new SealedAlready(folder);
    }

    @Override
    public void enqueue(SubmissionId id, Sealed.Put put) {
        queue.enqueue(id, put);
    }

    /** The same while so many wait. */
    Ours with(int waiting) {
        queue.fill(waiting, Payload.BYTES);
        return this;
    }

    @Override
    public void close() {
        queue.close();
    }
}
