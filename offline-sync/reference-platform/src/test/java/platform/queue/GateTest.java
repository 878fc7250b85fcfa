package platform.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import platform.wire.Refusal;

class GateTest {
    private final Slots slots = new Slots(new Capacity(1, 1_000_000, 0), () -> 0L);

    @Test
    void whoeverFindsNoRoomIsTurnedAwayAtOnceAndTheNextOneIsToldALaterTime() throws Exception {
        Gate gate = new Gate(1, 0, slots);
        gate.pass("K1", () -> {
            assertThatThrownBy(() -> gate.pass("K1", () -> "in"))
                    .isInstanceOf(Refusal.class)
                    .hasMessage("busy");
            return "done";
        });
        assertThat(slots.retryAfter("K2")).isGreaterThan(1);
        assertThat(gate.pass("K1", () -> "in")).isEqualTo("in");
    }

    @Test
    void whoeverFailsLeavesRoomForTheNext() throws Exception {
        Gate gate = new Gate(1, 0, slots);
        assertThatThrownBy(() -> gate.pass("K1", () -> {
                    throw new IOException("cut");
                }))
                .isInstanceOf(IOException.class);
        assertThat(gate.pass("K1", () -> "in")).isEqualTo("in");
    }

    @Test
    void oneWaitsForAMomentUntilThereIsRoom() throws Exception {
        Gate gate = new Gate(1, 1, slots);
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<Boolean> first = threads.submit(() -> gate.pass("K1", () -> {
            inside.countDown();
            return await(leave);
        }));
        inside.await();
        Future<String> second = threads.submit(() -> {
            leave.countDown();
            return gate.pass("K1", () -> "in");
        });
        assertThat(second.get()).isEqualTo("in");
        assertThat(first.get()).isTrue();
        threads.shutdown();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }
}
