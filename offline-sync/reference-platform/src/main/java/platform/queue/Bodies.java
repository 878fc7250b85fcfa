package platform.queue;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import platform.wire.Refusal;

/**
 * How many large bodies are read at a time, so that those that come slowly leave threads to the rest. Who finds no room gets no answer,
 * as if the line were cut: an answer would wait for the rest of a body that does not come.
 */
public final class Bodies {
    private final Semaphore room;

    public Bodies(int atATime) {
        this.room = new Semaphore(atATime);
    }

    public <T> T read(Gate.Work<T> reading) throws Refusal, IOException {
        if (!room.tryAcquire()) {
            throw new IOException("There is no room for another large body.");
        }
        try {
            return reading.done();
        } finally {
            room.release();
        }
    }
}
