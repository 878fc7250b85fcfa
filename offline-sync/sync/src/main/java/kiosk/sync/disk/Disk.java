package kiosk.sync.disk;

import java.io.IOException;
import java.nio.file.Path;

/** What is asked of a disk beside the database; the seam at which a loss of power is rehearsed. */
public interface Disk {
    /** The machine's own. */
    static Disk real() {
        return MachineDisk.THIS;
    }

    /** Writes a new file that its owner alone reads, or writes it anew; its bytes, not yet its name, are safe on return. */
    void write(Path file, byte[] bytes) throws IOException;

    /** As many bytes of a file as are there from that place on, at most {@code most}; an interrupt does not end it. */
    byte[] read(Path file, long from, int most) throws IOException;

    /** Gives a file another name, in the place of whatever has it; safe once the folder is synced. */
    void rename(Path from, Path to) throws IOException;

    /** Makes the names in a folder safe. */
    void sync(Path folder) throws IOException;

    /** Deletes a file, if it is there. */
    void delete(Path file) throws IOException;

    /** Puts a whole file in the place of an earlier one: after a loss of power one of the two is there, and on return the new one. */
    default void put(Path file, byte[] bytes) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        write(beside, bytes);
        rename(beside, file);
        sync(file.toAbsolutePath().resolveSibling(""));
    }
}
