package platform;

import java.nio.file.Path;
import java.util.Optional;
import platform.queue.Capacity;

/**
 * How a node of the platform is to be started: where its folder and its keys are, on which ports, which database it shares with others
 * (none: a SQLite file in its folder), how much it can do.
 */
public record Plan(
        Path folder, Path keys, Ports ports, Optional<String> database, Capacity capacity, boolean takesAnyToken) {
    /** A port that there is none of. */
    public static final int NONE = -1;

    private static final Capacity USUAL = new Capacity(200, 20L * 1024 * 1024, 1000);

    /** Where it listens on loopback; 0 is any free port. */
    public record Ports(int terminals, int control, int tls) {}

    /** Free ports, any token good: for demonstrations and tests. */
    public static Plan in(Path folder) {
        return new Plan(folder, folder, new Ports(0, 0, NONE), Optional.empty(), USUAL, true);
    }

    public Plan on(int port, int controlPort) {
        return new Plan(folder, keys, new Ports(port, controlPort, ports.tls()), database, capacity, takesAnyToken);
    }

    /** With a port behind mutual TLS besides. */
    public Plan withTlsOn(int port) {
        return new Plan(
                folder, keys, new Ports(ports.terminals(), ports.control(), port), database, capacity, takesAnyToken);
    }

    public Plan with(Capacity other) {
        return new Plan(folder, keys, ports, database, other, takesAnyToken);
    }

    /** Lets only those in who were given a token. */
    public Plan withTokens() {
        return new Plan(folder, keys, ports, database, capacity, false);
    }

    /** One of many nodes on one PostgreSQL, {@code jdbc:postgresql:…}, with keys in a folder they share. */
    public Plan sharing(String url, Path itsKeys) {
        return new Plan(folder, itsKeys, ports, Optional.of(url), capacity, takesAnyToken);
    }
}
