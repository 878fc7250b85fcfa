package kiosk.sync.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The least that makes bytes safe: one write into room that is there already, and one fsync. */
final class BareFile implements AutoCloseable {
    private final FileChannel file;
    private final ByteBuffer bytes;

    BareFile(Path path, int length) throws IOException {
        file = FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        bytes = ByteBuffer.allocateDirect(length);
        write();
    }

    void write() throws IOException {
        bytes.clear();
        int written = file.write(bytes, 0);
        if (written != bytes.capacity()) {
            throw new IOException("the disk took only " + written + " bytes");
        }
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
