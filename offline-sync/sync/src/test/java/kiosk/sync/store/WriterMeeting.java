package kiosk.sync.store;

import static org.jetbrains.lincheck.datastructures.ManagedStrategyGuaranteeKt.forClasses;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kiosk.sync.threads.Meeting;
import org.jetbrains.kotlinx.lincheck.Actor;
import org.jetbrains.kotlinx.lincheck.execution.ExecutionScenario;
import org.jetbrains.lincheck.datastructures.ManagedStrategyGuarantee;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.jetbrains.lincheck.datastructures.Operation;

/**
 * Work for the one writer that commits for many, without SQLite: each piece of work is as if it had been done alone, one after the
 * other, what breaks a rule leaves nothing behind, and what is answered is on disk.
 */
public final class WriterMeeting implements Meeting {
    private static final List<String> BESIDE_THE_POINT = List.of("QuietMoment", "Troubles", "Exception", "Throwable");
    private static final List<String> SAFE = List.of(
            "FutureTask", "ThreadPoolExecutor", "CompletableFuture", "ArrayList", "List12", "ImmutableCollections");

    /** Two who meet have to take turns twice for one to be answered while the other is at work. */
    private static final int FOR_TWO = 4;

    @Override
    public void tried(int ways) {
        loaded();
        meet(ways, "one", "ten", "againstTheRules");
        meet(ways * FOR_TWO, "one", "ten");
    }

    private static void meet(int ways, String... pieces) {
        List<List<Actor>> threads =
                Arrays.stream(pieces).map(it -> List.of(act(it))).toList();
        ModelCheckingOptions options = new ModelCheckingOptions()
                .iterations(0)
                .invocationsPerIteration(ways)
                .minimizeFailedScenario(false)
                .addGuarantee(named(SAFE).treatAsAtomic())
                .addGuarantee(named(BESIDE_THE_POINT).ignore())
                .addCustomScenario(new ExecutionScenario(List.of(), threads, List.of(act("sum")), null));
        options.check(Pieces.class);
    }

    /** What begins with reading something is loaded before, as no file is read while turns are taken. */
    private static void loaded() {
        new Database(new FakeSum()::connection).run(connection -> 0);
    }

    /** Not the queue of what waits: the checker must see that a piece of work goes to another thread with it. */
    private static ManagedStrategyGuarantee.GuaranteeBuilder named(List<String> endings) {
        return forClasses(name ->
                        name.startsWith("java.util.stream.") || endings.stream().anyMatch(name::endsWith))
                .allMethods();
    }

    private static Actor act(String name) {
        return Stream.of(Pieces.class.getMethods())
                .filter(it -> it.getName().equals(name))
                .map(it -> new Actor(it, List.of()))
                .findFirst()
                .orElseThrow();
    }

    /** Some pieces of work. */
    public static final class Pieces {
        private final FakeSum sum = new FakeSum();
        private final Database database = new Database(sum::connection);

        /** Whether it was on disk when it was answered. */
        @Operation
        public boolean one() {
            database.run(connection -> sum.add(1));
            return sum.committed() % 10 == 1;
        }

        @Operation
        public boolean ten() {
            database.run(connection -> sum.add(10));
            return sum.committed() / 10 % 10 == 1;
        }

        @Operation
        public String againstTheRules() {
            try {
                return "never " + database.<Integer>run(connection -> sum.addAgainstTheRules(100));
            } catch (IllegalStateException broken) {
                return "broken";
            }
        }

        @Operation
        public int sum() {
            return sum.committed();
        }
    }
}
