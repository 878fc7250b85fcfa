package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of ways for which no thread can be had. */
class WaysTest {
    private static final int MOST = 9;
    private static final Duration REST = Duration.ofMinutes(1);

    private final Queue<String> said = new ConcurrentLinkedQueue<>();
    private final Queue<String> toDo = new ArrayDeque<>();
    private final Semaphore rung = new Semaphore(0);
    private final Semaphore turnIsOver = new Semaphore(0);
    private final Semaphore free = new Semaphore(1);
    private final ExecutorService threads = Executors.newFixedThreadPool(MOST, this::ifAnyIsFree);
    private final Ways ways = new Ways(this::next, () -> REST, rung::release, threads);

    @AfterEach
    void end() {
        ways.close();
    }

    @Test
    void whoCameBackStillGoesOnAndTheCourierIsRungForTheOthers() throws InterruptedException {
        toDo.add("one");

        assertThat(ways.turn()).isEqualTo(REST);
        turnIsOver.release();
        rung.acquire();

        threads.shutdown();
        assertThat(threads.awaitTermination(REST.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(said).containsExactly("one went", "three cut off", "four cut off", "two went");
    }

    @Test
    void theCourierTriesAgainLater() {
        free.drainPermits();
        toDo.add("two");

        assertThat(ways.turn()).isLessThan(REST).isPositive();

        assertThat(said).containsExactly("two cut off");
        assertThat(rung.availablePermits()).isZero();
    }

    private Thread ifAnyIsFree(Runnable work) {
        if (!free.tryAcquire()) {
            throw new OutOfMemoryError("no thread, for once");
        }
        return new Thread(work);
    }

    private Optional<Errand> next() {
        return Optional.ofNullable(toDo.poll()).map(Named::new);
    }

    /** The first comes back after the courier's turn; then there is more to do. */
    private final class Named implements Errand {
        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public Runnable go() throws InterruptedException {
            boolean first = "one".equals(name);
            if (first) {
                turnIsOver.acquire();
            }
            said.add(name + " went");
            return () -> toDo.addAll(first ? List.of("two", "three", "four") : List.of());
        }

        @Override
        public void cutOff() {
            said.add(name + " cut off");
        }
    }
}
