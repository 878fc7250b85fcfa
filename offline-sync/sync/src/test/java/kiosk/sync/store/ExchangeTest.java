package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the two sides tell each other while one of them waits for the store. */
@Timeout(20)
class ExchangeTest {
    private static final String ID = "018f3c5e-0000-7000-8000-000000000001";
    private static final long A_MINUTE = TimeUnit.MINUTES.toNanos(1);
    private static final int SECONDS = 5;

    private final Exchange exchange = new Exchange();
    private final ExecutorService others = Executors.newFixedThreadPool(2);

    @AfterEach
    void end() {
        others.shutdownNow();
    }

    @Test
    void aLookThatTakesItsTimeKeepsNobodyElseWaiting() throws Exception {
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch seen = new CountDownLatch(1);
        Future<Optional<String>> citizen = others.submit(() -> exchange.await(ID, A_MINUTE, () -> {
            looking.countDown();
            return awaited(seen) ? Optional.of("delivered") : Optional.empty();
        }));
        assertThat(looking.await(SECONDS, TimeUnit.SECONDS)).isTrue();

        Future<List<String>> courier = others.submit(exchange::awaited);

        assertThat(courier.get(SECONDS, TimeUnit.SECONDS)).containsExactly(ID);
        seen.countDown();
        assertThat(citizen.get(SECONDS, TimeUnit.SECONDS)).contains("delivered");
        assertThat(exchange.awaited()).isEmpty();
    }

    @Test
    void anEndWhileSomebodyLooksIsNotMissed() throws Exception {
        AtomicInteger looks = new AtomicInteger();

        Optional<String> answer = exchange.await(ID, A_MINUTE, () -> {
            if (looks.getAndIncrement() == 0) {
                happens(others.submit(() -> exchange.ended(List.of())));
                return Optional.empty();
            }
            return Optional.of("delivered");
        });

        assertThat(answer).contains("delivered");
        assertThat(looks).hasValue(2);
    }

    @Test
    void whatEndedIsExpectedNoLonger() {
        exchange.expect(ID);
        assertThat(exchange.awaited()).containsExactly(ID);

        exchange.ended(List.of(ID));

        assertThat(exchange.awaited()).isEmpty();
    }

    @Test
    void nobodyIsExpectedWhoHandedInWhileTheLineWasAway() {
        exchange.expect(ID);

        exchange.expectNobody();

        assertThat(exchange.awaited()).isEmpty();
    }

    @Test
    void whoHasNoTimeLooksOnce() throws Exception {
        AtomicInteger looks = new AtomicInteger();

        Optional<String> answer = exchange.await(ID, 0, () -> {
            looks.incrementAndGet();
            return Optional.empty();
        });

        assertThat(answer).isEmpty();
        assertThat(looks).hasValue(1);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static void happens(Future<?> what) {
        try {
            what.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
