package kiosk.sync.store;

import java.io.IOException;
import java.nio.file.Path;
import kiosk.sync.disk.Disk;

/** A disk that does not take one file, the one of that number, or for a while gives nothing. */
final class FailingDisk implements Disk {
    private final int which;
    private int writes;
    private boolean stuck;
    private String unreadable = "";

    FailingDisk(int which) {
        this.which = which;
    }

    void givesNothing(boolean so) {
        stuck = so;
    }

    void neverGives(String name) {
        unreadable = name;
    }

    @Override
    public void write(Path file, byte[] bytes) throws IOException {
        writes++;
        if (writes == which) {
            throw new IOException("broken");
        }
        Disk.real().write(file, bytes);
    }

    @Override
    public byte[] read(Path file, long from, int most) throws IOException {
        if (stuck || file.endsWith(unreadable)) {
            throw new IOException("input/output error");
        }
        return Disk.real().read(file, from, most);
    }

    @Override
    public void rename(Path from, Path to) throws IOException {
        Disk.real().rename(from, to);
    }

    @Override
    public void sync(Path names) throws IOException {
        Disk.real().sync(names);
    }

    @Override
    public void delete(Path file) throws IOException {
        Disk.real().delete(file);
    }
}
