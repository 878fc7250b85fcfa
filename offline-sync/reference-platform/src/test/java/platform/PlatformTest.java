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

    @BeforeEach
    void start() {
        platform = ReferencePlatform.start(folder);
        terminal = new Terminal(platform, "T0001");
    }

    @AfterEach
    void stop() {
        platform.close();
    }

    void restart() {
        platform.close();
        start();
    }
}
