package kiosk.sync.disk;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kiosk.sync.threads.Meeting;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;

/** The disk breaks and somebody who could not be taken in says so, while the gate tries the disk for another. */
public final class GateMeeting implements Meeting {
    private static final long MOST = 2 * Gate.LARGEST;

    @Override
    public void tried(int ways) {
        new Before().looks();
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(0)
                .invocationsPerIteration(ways)
                .minimizeFailedScenario(false)
                .addGuarantee(forClasses(Room.class.getName()).allMethods().ignore())
                .addCustomScenario(new ExecutionScenario(
                        List.of(),
                        List.of(List.of(act("looks")), List.of(act("breaks"))),
                        List.of(act("looks")),
                        null));
        options.check(Before.class);
    }

    private static Actor act(String name) {
        try {
            return new Actor(Before.class.getMethod(name), List.of());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Those before the gate. */
    public static final class Before {
        private final Gate gate = new Gate(new Room(Path.of("."), 0, 0), MOST, this::write, () -> 0);
        private volatile boolean broken;

        /** Whether it is open. */
        @Operation
        public boolean looks() {
            return gate.closed(0, false).isEmpty();
        }

        @Operation
        public void breaks() {
            broken = true;
            gate.doubt();
        }

        private void write() throws IOException {
            if (broken) {
                throw new IOException("read-only");
            }
        }
    }
}
