package kiosk.sync.fault;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The faults that were built in on purpose and found out by name, listed in {@code target/soak/mutations.json}. */
public final class Mutations {
    private static final Path LIST = Path.of("target", "soak", "mutations.json");
    private static final ObjectMapper JSON = new ObjectMapper();

    private Mutations() {}

    /**
     * A fault was found out.
     *
     * @param by what it was seen to break
     */
    public static synchronized void foundOut(String fault, String by) throws IOException {
        Files.createDirectories(LIST.getParent());
        ObjectNode list = Files.exists(LIST) ? (ObjectNode) JSON.readTree(LIST.toFile()) : JSON.createObjectNode();
        JSON.writerWithDefaultPrettyPrinter().writeValue(LIST.toFile(), list.put(fault, by));
    }
}
