package kiosk.sync.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/**
 * The least that makes bytes safe: one write into room that is there already, and one fsync. It goes round in a file as long as SQLite's
 * log, over and over as that does: to write the same blocks again and again would be cheaper, and no log can; to append is twice as dear.
 */
final class BareFile implements AutoCloseable {
    private static final int ROOM = 16 << 20;

    private final FileChannel file;
    private final ByteBuffer bytes;
    private final Random random = new Random(ROOM);
    private long place;

    BareFile(Path path, int length) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        bytes = ByteBuffer.allocateDirect(length);
        ByteBuffer room = ByteBuffer.allocateDirect(ROOM);
        while (room.hasRemaining()) {
            file.write(room);
        }
        file.force(true);
    }

    /** Says how many nanoseconds it took; to make the bytes, as many as a payload has, is not among them, as with a queue. */
    long write() throws IOException {
        byte[] fresh = new byte[Math.min(Payload.BYTES, bytes.capacity())];
        random.nextBytes(fresh);
        bytes.clear().put(fresh).clear();
        place = place + bytes.capacity() > ROOM ? 0 : place;
        long begun = System.nanoTime();
        int written = file.write(bytes, place);
        if (written != bytes.capacity()) {
            throw new IOException("the disk took only " + written + " bytes");
        }
        file.force(true);
        place += written;
        return System.nanoTime() - begun;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
