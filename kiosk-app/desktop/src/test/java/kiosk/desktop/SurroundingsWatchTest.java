package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import kiosk.catalogue.Department;
import kiosk.catalogue.Surroundings;
import kiosk.device.AbsentDevice;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watch goes on whatever it meets. */
class SurroundingsWatchTest {
    private final BlockingQueue<Surroundings> changes = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final SurroundingsWatch watch =
            new SurroundingsWatch(AbsentDevice.none(), this::reachable, this::queueOpen, (occurrence, figures) -> {});

    @AfterEach
    void stop() {
        watch.close();
    }

    /** Stumbles at the second question, and has better news from the third on. */
    private Set<Department> reachable() {
        int now = asked.incrementAndGet();
        if (now == 2) {
            throw new IllegalStateException("a bug");
        }
        return now < 3 ? Set.of() : EnumSet.allOf(Department.class);
    }

    private boolean queueOpen() {
        if (asked.get() < 5) {
            throw new UncheckedIOException("the store failed", new IOException());
        }
        return true;
    }

    @Test
    void aRoundThatStumblesIsNotTheLastAndABrokenQueueIsShut() throws InterruptedException {
        watch.onChange(() -> changes.add(watch.now()));
        watch.start(Duration.ofSeconds(60));
        assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo(new Surroundings(Set.of(), Set.of(), false));
        Surroundings healed = new Surroundings(Set.of(), EnumSet.allOf(Department.class), true);
        Surroundings last = changes.poll(10, TimeUnit.SECONDS);
        while (last != null && !last.equals(healed)) {
            last = changes.poll(10, TimeUnit.SECONDS);
        }
        assertThat(last).isEqualTo(healed);
    }
}
