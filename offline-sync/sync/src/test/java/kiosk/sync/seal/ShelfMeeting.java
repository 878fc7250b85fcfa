package kiosk.sync.seal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.sync.threads.Meeting;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.StressOptions;

/**
 * Two announcements of new keys are heard at once; what the platform signs with either is known afterwards. They are kept in files, which
 * no checker sees into: so the threads run as they will, under stress.
 */
public final class ShelfMeeting implements Meeting {
    private static final int WAYS_FOR_ONE_TRIAL = 10;

    @Override
    public void tried(int ways) {
        ExecutionScenario atOnce = new ExecutionScenario(
                List.of(),
                List.of(List.of(act("takesOne")), List.of(act("takesOther"))),
                List.of(act("knowsBoth")),
                null);
        StressOptions options = new StressOptions()
                .iterations(0)
                .invocationsPerIteration(1 + ways / WAYS_FOR_ONE_TRIAL)
                .minimizeFailedScenario(false)
                .addCustomScenario(atOnce);
        options.check(Shelf.class);
    }

    private static Actor act(String name) {
        return Stream.of(Shelf.class.getMethods())
                .filter(it -> it.getName().equals(name))
                .map(it -> new Actor(it, List.of()))
                .findFirst()
                .orElseThrow();
    }

    /** A shelf with the keys that a terminal came with. */
    public static final class Shelf {
        private static final Opener PLATFORM = new Opener();
        private static final Opener.Key ONE = new Opener.Key();
        private static final Opener.Key OTHER = new Opener.Key();

        private final KeyShelf shelf;

        /** One in a folder of its own. */
        public Shelf() throws IOException {
            shelf = PLATFORM.shelf(Files.createTempDirectory("shelf"));
        }

        @Operation
        public KeyShelf.Taken takesOne() {
            return shelf.take(announcing(ONE));
        }

        @Operation
        public KeyShelf.Taken takesOther() {
            return shelf.take(announcing(OTHER));
        }

        @Operation
        public boolean knowsBoth() {
            return Stream.of(PLATFORM.sign, ONE, OTHER)
                    .allMatch(it -> shelf.signKey(it.id()).isPresent());
        }

        private static Announcement announcing(Opener.Key sign) {
            String json = Opener.announces(PLATFORM.current, Optional.empty(), sign, PLATFORM.sign);
            try {
                return Announcement.read(new ObjectMapper().readTree(json)).orElseThrow();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
