package platform;

import java.nio.file.Path;
import platform.queue.Capacity;

/** How a platform is to be started: where its folder is, on which ports, how much it can do. */
public record Plan(Path folder, int port, int controlPort, Capacity capacity, boolean takesAnyToken) {
    /** The control port of a platform that has none. */
    public static final int NO_CONTROL = -1;

    private static final Capacity USUAL = new Capacity(200, 20L * 1024 * 1024, 1000);

    /** Free ports on loopback, any token good: for demonstrations and tests. */
    public static Plan in(Path folder) {
        return new Plan(folder, 0, 0, USUAL, true);
    }

    public Plan on(int itsPort, int itsControlPort) {
        return new Plan(folder, itsPort, itsControlPort, capacity, takesAnyToken);
    }

    public Plan with(Capacity itsCapacity) {
        return new Plan(folder, port, controlPort, itsCapacity, takesAnyToken);
    }

    /** Lets only those in who were given a token. */
    public Plan withTokens() {
        return new Plan(folder, port, controlPort, capacity, false);
    }
}
