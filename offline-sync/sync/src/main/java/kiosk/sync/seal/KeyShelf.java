package kiosk.sync.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.sync.disk.Disk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform's keys as this terminal knows them (PLATFORM-API.md, section 3): the last announcement it verified, with which it seals
 * while the line is down, and every sign key it ever verified, for the receipts made with them. The file is JSON: the announcement as
 * the status has it, and {@code signKeys}, a list of Base64 texts of 65 bytes, oldest first. It is kept twice, because without the sign
 * keys of before no receipt of before verifies: where one of the two cannot be read, the other counts, and where neither can, none.
 */
public final class KeyShelf {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Logger LOG = LoggerFactory.getLogger(KeyShelf.class);
    private static final int LONGEST_FILE = 64 << 10;

    private final List<Path> files;
    private volatile Known known;

    /** What is known: nothing, or an announcement and at least its sign key. */
    private record Known(Optional<Announcement> announced, List<Sm2PublicKey> signKeys) {}

    /** What became of an announcement. */
    public enum Taken {
        /** It is the one that was known. */
        KNOWN,
        /** It is the one to go by now. */
        NEW,
        /** It is not signed by a key that this terminal trusts. */
        REFUSED
    }

    /**
     * Opens the shelf.
     *
     * @param file where the announced keys are kept
     * @param delivered the file the terminal was delivered with: the {@code keys} of a status, trusted as it is
     */
    public KeyShelf(Path file, Optional<Path> delivered) {
        this.files = List.of(file, file.resolveSibling(file.getFileName() + ".copy"));
        this.known = Stream.concat(files.stream(), delivered.stream())
                .flatMap(it -> read(it).stream())
                .findFirst()
                .orElse(new Known(Optional.empty(), List.of()));
    }

    /** The keys to seal to: the current one and, if it is announced, the next; none if none is known. */
    public List<Sm2PublicKey> recipients() {
        return known.announced().map(Announcement::recipients).orElse(List.of());
    }

    /** The platform's sign key of today. */
    public Optional<Sm2PublicKey> announcedSignKey() {
        return known.announced().map(Announcement::sign);
    }

    /** The sign key of that id, if it was ever verified. */
    public Optional<Sm2PublicKey> signKey(String id) {
        return known.signKeys().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /**
     * Takes an announcement that came over an authenticated line, if a sign key held here signed it; the first one ever seen is trusted, if
     * it is signed by its own. It survives a crash at any moment, whole or not at all.
     *
     * @throws UncheckedIOException if it could not be kept; it is gone by nevertheless
     */
    public synchronized Taken take(Announcement heard) {
        boolean same = known.announced().map(heard::sameKeysAs).orElse(false);
        if (same && files.stream().allMatch(it -> read(it).isPresent())) {
            return Taken.KNOWN;
        }
        List<Sm2PublicKey> judges = known.signKeys().isEmpty() ? List.of(heard.sign()) : known.signKeys();
        if (!heard.signedByOneOf(judges)) {
            return Taken.REFUSED;
        }
        List<Sm2PublicKey> signKeys = new ArrayList<>(known.signKeys());
        signKeys.remove(heard.sign());
        signKeys.add(heard.sign());
        known = new Known(Optional.of(heard), List.copyOf(signKeys));
        keep(heard, signKeys);
        return same ? Taken.KNOWN : Taken.NEW;
    }

    private void keep(Announcement heard, List<Sm2PublicKey> signKeys) {
        ObjectNode json = heard.json();
        ArrayNode all = json.putArray("signKeys");
        signKeys.forEach(it -> all.add(it.base64()));
        try {
            for (Path file : files) {
                Disk.real().put(file, json.toString().getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the platform's keys could not be written to the disk", e);
        }
    }

    private static Optional<Known> read(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            JsonNode json = JSON.readTree(in.readNBytes(LONGEST_FILE));
            return Announcement.read(json).map(it -> new Known(Optional.of(it), signKeys(json, it)));
        } catch (IOException unreadable) {
            LOG.error(
                    "{} cannot be read: {}",
                    file.getFileName(),
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static List<Sm2PublicKey> signKeys(JsonNode json, Announcement announced) {
        List<Sm2PublicKey> keys = new ArrayList<>();
        json.path("signKeys").forEach(it -> Sm2PublicKey.parse(it.asText("")).ifPresent(keys::add));
        keys.remove(announced.sign());
        keys.add(announced.sign());
        return List.copyOf(keys);
    }
}
