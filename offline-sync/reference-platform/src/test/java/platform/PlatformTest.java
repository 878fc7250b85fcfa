package platform;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A platform that runs and a terminal that talks to it. */
abstract class PlatformTest {
    @TempDir
    Path folder;

    ReferencePlatform platform;
    Terminal terminal;

    Plan plan() {
        return Plan.in(folder);
    }

    @BeforeEach
    void start() {
        platform = ReferencePlatform.start(plan());
        terminal = enrolled("T0001");
    }

    Terminal enrolled(String name) {
        Terminal enrolled = new Terminal(platform, name);
        enrolled.enrol("demo");
        return enrolled;
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    /** The same terminal talks to the platform started anew. */
    void restart() {
        platform.close();
        platform = ReferencePlatform.start(plan());
        terminal = terminal.at(platform);
    }
}
