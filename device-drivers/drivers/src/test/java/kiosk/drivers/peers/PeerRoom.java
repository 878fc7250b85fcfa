package kiosk.drivers.peers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder of its own and the processes that run in it; both are gone when it is closed, or the tests' virtual machine ends. */
public final class PeerRoom implements AutoCloseable {
    private static final Set<PeerRoom> OPEN = ConcurrentHashMap.newKeySet();
    private static final int LOWEST_PORT = 12_000;
    private static final int FIRST_OF_THE_KERNEL = 32_768;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(PeerRoom::close), "peer-rooms"));
    }

    private final Path folder;
    private final Deque<PeerProcess> running = new ConcurrentLinkedDeque<>();
    private int logs;

    private PeerRoom(Path folder) {
        this.folder = folder;
    }

    /** An empty room. */
    public static PeerRoom open() {
        try {
            PeerRoom room = new PeerRoom(Files.createTempDirectory("kiosk-peer"));
            OPEN.add(room);
            return room;
        } catch (IOException e) {
            throw new UncheckedIOException("no folder can be made for a peer", e);
        }
    }

    /** A file in it, which need not exist. */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /** Writes a file in it and answers where. */
    public Path write(String name, String content) {
        try {
            Path file = file(name);
            Files.createDirectories(file.getParent());
            return Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a peer cannot be written", e);
        }
    }

    /** Starts a process; what it says goes to a file in the room. */
    public PeerProcess start(Map<String, String> environment, String... command) {
        try {
            Path log = nextLog();
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().putAll(environment);
            PeerProcess process = new PeerProcess(builder.start(), log);
            running.addFirst(process);
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(command[0] + " cannot be started", e);
        }
    }

    private synchronized Path nextLog() {
        return file("log" + logs++);
    }

    /**
     * A port of the loopback interface that nobody listens at, below those the kernel gives by itself: such a one it may give to a
     * caller beside this one before the peer has taken it, or while the peer is away (ip(7), ip_local_port_range).
     */
    public static int freePort() {
        for (int i = 0; i < 100; i++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, FIRST_OF_THE_KERNEL);
            if (isFree(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no port is free");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /** Whether somebody listens at that port; he is not asked, but the kernel (proc(5), state 0A). */
    public static boolean listening(int port) {
        Pattern line = Pattern.compile(String.format(Locale.ROOT, ":%04X [0-9A-F]+:0000 0A ", port));
        return Stream.of("/proc/net/tcp", "/proc/net/tcp6")
                .anyMatch(table -> line.matcher(textOf(Path.of(table))).find());
    }

    private static String textOf(Path table) {
        try {
            return Files.readString(table);
        } catch (IOException e) {
            throw new UncheckedIOException("the kernel's table of sockets cannot be read", e);
        }
    }

    /** Waits until it is so; ten seconds at most. */
    public static void await(BooleanSupplier condition, String what) {
        Patient.until(Duration.ofSeconds(10), condition, what);
    }

    /** The last started goes first: one that lost what it leans on would end by itself and leave its children to nobody. */
    @Override
    public void close() {
        OPEN.remove(this);
        running.forEach(PeerProcess::kill);
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).forEach(PeerRoom::delete);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of a peer cannot be emptied", e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a file of a peer cannot be deleted", e);
        }
    }
}
