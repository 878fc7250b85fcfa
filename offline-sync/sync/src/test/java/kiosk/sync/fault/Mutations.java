package kiosk.sync.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The faults that were built in on purpose and found out by name, listed in {@code target/soak/mutations.json}. */
public final class Mutations {
    private static final Path LIST = Path.of("target", "soak", "mutations.json");
    private static final Path LOCK = Path.of("target", "soak", "mutations.lock");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Mutations() {}

    /**
     * A fault was found out; other processes of the same tests may write to the list, too.
     *
     * @param by what it was seen to break
     */
    public static synchronized void foundOut(String fault, String by) throws IOException {
        Files.createDirectories(LIST.getParent());
        try (FileChannel lock = FileChannel.open(LOCK, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (!held.isValid()) {
                throw new IOException("the list of faults cannot be locked");
            }
            ObjectNode list = Files.exists(LIST) ? (ObjectNode) JSON.readTree(LIST.toFile()) : JSON.createObjectNode();
            JSON.writerWithDefaultPrettyPrinter().writeValue(LIST.toFile(), list.put(fault, by));
        }
    }
}
