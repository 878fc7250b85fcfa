package kiosk.drivers.peers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * saned of the SANE project on a loopback port. It reads its configuration for each client, so what it serves is turned by writing that:
 * a picture (backend {@code pnm}), a scanner that fails or is slow ({@code test}), or nothing.
 */
public final class SanedPeer implements AutoCloseable {
    private static final String SETTINGS = """
            number_of_devices 1
            geometry_max 300.0
            br_x 210.0
            br_y 297.0
            mode Color
            test-picture "Color pattern"
            read-status-code "%s"
            read-delay %s
            read-delay-duration 20000
            """;

    /** Where SANE's own network client looks for saned; it cannot be told another port (sane-net(5)). */
    public static final int OWN_PORT = 6566;

    private final PeerRoom room = PeerRoom.open();
    private final int port;
    private final Path preload = Compiled.library(room, "another_sheet.c", "-ldl");
    private @Nullable PeerProcess daemon;

    /** Starts it with no scanner plugged in. */
    public SanedPeer() {
        this(PeerRoom.freePort());
    }

    /** Starts it at that port with no scanner plugged in. */
    public SanedPeer(int port) {
        this.port = port;
        room.write("saned.conf", "127.0.0.1\n");
        unplugged();
        start();
    }

    /** Where it listens. */
    public int port() {
        return port;
    }

    /** Has no scanner. */
    public void unplugged() {
        write("dll.conf", "# none\n");
    }

    /** Has a scanner whose every page ends with that status, {@code Default} for well, within two seconds or at once. */
    public void ends(String status, boolean slowly) {
        write("test.conf", SETTINGS.formatted(status, slowly));
        write("dll.conf", "test\n");
    }

    /** Has a scanner that scans this picture: red, green and blue of each dot, line by line. */
    public void scans(int width, int height, byte[] colours) {
        Path next = room.file("sheet.next");
        try (OutputStream file = Files.newOutputStream(next)) {
            file.write("P6\n%d %d\n255\n".formatted(width, height).getBytes(StandardCharsets.US_ASCII));
            file.write(colours);
        } catch (IOException e) {
            throw new UncheckedIOException("the sheet cannot be written", e);
        }
        rename(next, room.file("sheet"));
        write("dll.conf", "pnm\n");
    }

    /** A client never sees half a file. */
    private void write(String name, String content) {
        rename(room.write(name + ".next", content), room.file(name));
    }

    private static void rename(Path from, Path to) {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of saned cannot be renamed", e);
        }
    }

    /** The processes that serve a client now. */
    public List<ProcessHandle> serving() {
        return daemon == null ? List.of() : daemon.children();
    }

    /** Starts it, if it does not run. */
    public void start() {
        if (daemon == null) {
            daemon = room.start(
                    surroundings(), Tool.SANED.path(), "-l", "-b", "127.0.0.1", "-p", Integer.toString(port), "-e");
            PeerRoom.await(() -> PeerRoom.listening(port), "saned");
        }
    }

    /** In what surroundings another program of SANE finds the same scanners. */
    public Map<String, String> surroundings() {
        return Map.of(
                "SANE_CONFIG_DIR", room.file("").toString(),
                "LD_PRELOAD", preload.toString(),
                "KIOSK_SHEET", room.file("sheet").toString());
    }

    /** In what surroundings another program of SANE asks this service for its scanners, if it is at {@link #OWN_PORT}. */
    public Map<String, String> clientSurroundings() {
        room.write("client/dll.conf", "net\n");
        room.write("client/net.conf", "127.0.0.1\n");
        return Map.of("SANE_CONFIG_DIR", room.file("client").toString());
    }

    /** Kills it with signal 9, and whatever serves a client. */
    public void kill() {
        if (daemon != null) {
            daemon.kill();
            daemon = null;
            PeerRoom.await(() -> !PeerRoom.listening(port), "the port of saned to be free");
        }
    }

    @Override
    public void close() {
        kill();
        room.close();
    }
}
