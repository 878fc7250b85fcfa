package kiosk.drivers.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A cable made of socat, pulled by killing it: a pseudo terminal of socat's own before the far end's path, or a TCP port before the far
 * end's. The driver never meets a line that was made by us. The terminal's link is there before socat has set its modes, so what counts
 * is that it says it is ready.
 */
public final class SocatCable implements Cable {
    private static final Pattern TRANSFERRED = Pattern.compile("transferred (\\d+) bytes");

    private final PeerRoom room = PeerRoom.open();
    private final String nearEnd;
    private final String farEnd;
    private final String address;
    private final Predicate<PeerProcess> ready;
    private @Nullable PeerProcess socat;

    private SocatCable(int port, String farEnd) {
        this.nearEnd = "TCP4-LISTEN:" + port + ",bind=127.0.0.1,reuseaddr,fork,nodelay";
        this.farEnd = farEnd;
        this.address = "127.0.0.1:" + port;
        this.ready = socat -> PeerRoom.listening(port);
        plug();
    }

    private SocatCable(String farEnd) {
        Path link = room.file("tty");
        this.nearEnd = "PTY,raw,echo=0,link=" + link;
        this.farEnd = farEnd;
        this.address = link.toString();
        this.ready = socat -> socat.hasSaid("starting data transfer loop");
        plug();
    }

    /** A serial cable to the device whose end of the wire is that path. */
    public static SocatCable toSerial(String path) {
        return new SocatCable("FILE:" + path + ",raw,echo=0");
    }

    /** A network cable to that host and port. */
    public static SocatCable toTcp(String hostAndPort) {
        return new SocatCable(PeerRoom.freePort(), "TCP4:" + hostAndPort + ",nodelay");
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public synchronized void unplug() {
        if (socat != null) {
            socat.kill();
            socat = null;
        }
        try {
            Files.deleteIfExists(room.file("tty"));
        } catch (IOException e) {
            throw new UncheckedIOException("the link of a serial port cannot be removed", e);
        }
    }

    @Override
    public synchronized void plug() {
        if (socat == null) {
            PeerProcess started =
                    room.start(Map.of(), Tool.SOCAT.path(), "-d", "-d", "-d", "-t", "0.1", nearEnd, farEnd);
            socat = started;
            PeerRoom.await(() -> ready.test(started), "socat");
        }
    }

    @Override
    public synchronized long carried() {
        return socat == null
                ? 0
                : TRANSFERRED
                        .matcher(socat.said())
                        .results()
                        .mapToLong(bytes -> Long.parseLong(bytes.group(1)))
                        .sum();
    }

    @Override
    public void close() {
        unplug();
        room.close();
    }
}
