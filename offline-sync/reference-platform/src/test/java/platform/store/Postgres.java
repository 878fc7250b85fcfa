package platform.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of the tests' own, in a folder and on a port of its own, started with the first test that wants it. It ends, and its folder
 * goes, with the tests' virtual machine, whichever way that ends: a shell between both reads a pipe that closes then.
 */
public final class Postgres {
    /** PostgreSQL refuses to run as root; the folder is somebody else's then. */
    private static final String SCRIPT = """
            as() { if [ "$(id -u)" = 0 ]; then setpriv --reuid=nobody --regid=nogroup --clear-groups "$@"; else "$@"; fi; }
            [ "$(id -u)" != 0 ] || chown nobody "$1"
            cd "$1"
            as "$2/initdb" -D "$1/data" -U kiosk -A trust -E UTF8 --locale=C --no-sync >"$1/log" 2>&1 || exit 1
            as "$2/postgres" -D "$1/data" -p "$3" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
                -c max_connections=120 -c shared_buffers=16MB >>"$1/log" 2>&1 </dev/null &
            read -r _
            kill -INT $!
            wait $!
            rm -rf "$1"
            """;

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final AtomicInteger SCHEMAS = new AtomicInteger();

    private static @Nullable Postgres running;

    private final Process shell;
    private final Path folder;
    private final int port;

    private Postgres(Path programs) throws IOException {
        folder = Files.createTempDirectory("kiosk-postgres");
        port = freePort();
        shell = new ProcessBuilder(
                        "sh", "-c", SCRIPT, "sh", folder.toString(), programs.toString(), Integer.toString(port))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "postgres-ends"));
    }

    /** Where its programs lie, if it is installed. */
    static Optional<Path> programs() {
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.notExists(debian)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(debian)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("postgres")))
                    .max(Comparator.comparing(Path::toString));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** An empty schema that no other test has, as an address for the driver. */
    public static synchronized String emptySchema() {
        try {
            Postgres postgres = running == null ? start() : running;
            running = postgres;
            String schema = "s" + SCHEMAS.incrementAndGet();
            try (Connection connection = DriverManager.getConnection(postgres.url(""));
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA " + schema);
            }
            return postgres.url("&currentSchema=" + schema);
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Postgres start() throws IOException {
        Postgres postgres = new Postgres(programs().orElseThrow());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!postgres.answers()) {
            if (System.nanoTime() > end || !postgres.shell.isAlive()) {
                String log = Files.readString(postgres.folder.resolve("log"));
                postgres.stop();
                throw new IllegalStateException("PostgreSQL does not start: " + log);
            }
        }
        return postgres;
    }

    private boolean answers() {
        try (Connection connection = DriverManager.getConnection(url("&connectTimeout=1"))) {
            return connection.isValid(1);
        } catch (SQLException e) {
            letItWork();
            return false;
        }
    }

    /** For a moment, or until it ends. */
    private void letItWork() {
        try {
            shell.waitFor(50, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String url(String more) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=kiosk" + more;
    }

    private void stop() {
        try {
            shell.getOutputStream().close();
            if (!shell.waitFor(20, TimeUnit.SECONDS)) {
                shell.descendants().forEach(ProcessHandle::destroyForcibly);
                shell.waitFor(10, TimeUnit.SECONDS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
