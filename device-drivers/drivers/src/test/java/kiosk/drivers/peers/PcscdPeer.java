package kiosk.drivers.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * pcscd of the PCSC project with readers whose handler is compiled for it, each before an emulated card slot. It knows one socket only,
 * so one test at a time has it on a machine.
 */
public final class PcscdPeer implements AutoCloseable {
    private static final int LOCK = 17_893;
    private static final Path SOCKET = Path.of("/run/pcscd/pcscd.comm");
    private static final Path NUMBER = Path.of("/run/pcscd/pcscd.pid");

    private final MachineLock lock = MachineLock.at(LOCK);
    private final PeerRoom room = PeerRoom.open();
    private @Nullable PeerProcess daemon;

    /** Starts it with a reader before each of the emulators with these addresses. */
    public PcscdPeer(List<String> emulators) {
        if (answers()) {
            room.close();
            lock.close();
            throw new IllegalStateException("a pcscd runs on this machine: stop it, these tests need its socket");
        }
        Path handler = Compiled.library(room, "emulated_reader.c", "-pthread", "-I/usr/include/PCSC");
        for (int i = 0; i < emulators.size(); i++) {
            room.write("readers/reader" + i, """
                    FRIENDLYNAME "%s"
                    DEVICENAME %s
                    LIBPATH %s
                    CHANNELID %d
                    """.formatted(nameOf(i), emulators.get(i), handler, i + 1));
        }
        start();
    }

    /** How the reader before that emulator begins its name. */
    public static String nameOf(int reader) {
        return "Kiosk Bench " + (char) ('A' + reader);
    }

    private static boolean answers() {
        try (SocketChannel socket = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return socket.connect(UnixDomainSocketAddress.of(SOCKET));
        } catch (IOException nobodyThere) {
            return false;
        }
    }

    /** Starts it, if it does not run; what a killed one left is removed first, or it would think that it runs already. */
    public void start() {
        if (daemon == null) {
            sweep();
            daemon = room.start(
                    Map.of(),
                    Tool.PCSCD.path(),
                    "--foreground",
                    "--config",
                    room.file("readers").toString());
            PeerRoom.await(PcscdPeer::answers, "pcscd");
        }
    }

    /** Whether it runs and answers. */
    public boolean runs() {
        return daemon != null && daemon.isAlive() && answers();
    }

    /** Kills it with signal 9, if it runs. */
    public void kill() {
        if (daemon != null) {
            daemon.kill();
            daemon = null;
        }
    }

    private static void sweep() {
        try {
            Files.deleteIfExists(SOCKET);
            Files.deleteIfExists(NUMBER);
        } catch (IOException e) {
            throw new UncheckedIOException("what a pcscd left cannot be removed", e);
        }
    }

    @Override
    public void close() {
        kill();
        sweep();
        room.close();
        lock.close();
    }
}
