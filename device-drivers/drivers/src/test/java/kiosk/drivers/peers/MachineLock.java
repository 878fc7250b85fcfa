package kiosk.drivers.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Something of which a machine has one, held by one program at a time: whoever listens at its port of the loopback interface has it.
 * Unlike a file it is never left behind.
 */
final class MachineLock implements AutoCloseable {
    private static final Duration LONGEST_TURN_OF_ANOTHER = Duration.ofSeconds(50);

    private final ServerSocket held;

    private MachineLock(ServerSocket held) {
        this.held = held;
    }

    /** Waits for its turn. */
    static MachineLock at(int port) {
        ServerSocket[] held = new ServerSocket[1];
        Patient.until(
                LONGEST_TURN_OF_ANOTHER,
                () -> {
                    held[0] = bound(port);
                    return held[0] != null;
                },
                "another program that holds port " + port);
        return new MachineLock(held[0]);
    }

    private static @Nullable ServerSocket bound(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (BindException heldByAnother) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException("a port cannot be listened at", e);
        }
    }

    @Override
    public void close() {
        try {
            held.close();
        } catch (IOException e) {
            throw new UncheckedIOException("a port cannot even be closed", e);
        }
    }
}
