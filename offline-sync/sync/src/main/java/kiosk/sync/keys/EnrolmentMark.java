package kiosk.sync.keys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kiosk.sync.disk.Disk;
import kiosk.sync.seal.Endorsement;

/** A file that says which signing key of this terminal the platform knows, and its word for that; about another key it says nothing. */
public final class EnrolmentMark {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 4096;

    private final Path file;
    private final String key;
    private volatile boolean granted;
    private volatile Optional<Endorsement> endorsement = Optional.empty();

    /**
     * The mark in that file; one that cannot be read is none.
     *
     * @param key id of the signing key
     */
    public EnrolmentMark(Path file, String key) {
        this.file = file;
        this.key = key;
        read();
    }

    private void read() {
        try {
            if (Files.exists(file) && Files.size(file) <= LONGEST) {
                JsonNode mark = JSON.readTree(Files.readAllBytes(file));
                granted = mark.path("signingKey").asText("").equals(key);
                endorsement = granted ? Endorsement.read(mark.path("endorsement")) : Optional.empty();
            }
        } catch (IOException unreadableIsAbsent) {
            granted = false;
        }
    }

    /** Whether the platform knew the key when it was last asked. */
    public boolean granted() {
        return granted;
    }

    /** The platform's word for the key, where it gave it. */
    public Optional<Endorsement> endorsement() {
        return endorsement;
    }

    /** Says that the platform knows the key; durable when it returns. @throws UncheckedIOException if it could not be written down */
    public void keep(Optional<Endorsement> given) {
        ObjectNode mark = JSON.createObjectNode().put("signingKey", key);
        given.ifPresent(it -> mark.putObject("endorsement").put("key", it.key()).put("signature", it.signature()));
        endorsement = given;
        granted = true;
        try {
            Disk.real().put(file, mark.toString().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException("that the terminal is enrolled could not be written down", e);
        }
    }
}
