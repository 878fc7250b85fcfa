package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import org.junit.jupiter.api.Test;

class PacingTest extends Round {
    /** Two that somebody may wait for, and one besides. */
    private static final int UNDER_WAY_TOGETHER = 3;

    private static final String LONG_SLOT =
            "200 {\"notBefore\":0,\"maxRate\":1000,\"maxInFlight\":1,\"maxBytesPerSecond\":1000000000,\"ttl\":3600}";

    @Test
    void aTerminalThatIsNotLetInLosesNothing() throws Exception {
        Submission care = Handed.care();
        Submission other = Handed.residence();
        office.says(request -> "401 {\"error\":\"session-expired\"}");
        outbox.accept(care);
        courier.start();
        waiting(1, care);
        outbox.accept(other);
        assertThat(outbox.delivery(other.id(), Duration.ofMillis(100))).isEqualTo(new Outbox.Underway());
        assertThat(office.asked()).isEqualTo(1);
        office.says(request -> "403 {\"error\":\"who-are-you\"}");
        tryAgain();
        waiting(2, care);
        office.says(request -> "");
        tryAgain();
        assertThat(outbox.delivery(other.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void thePlatformsWishIsKeptToByAll() throws Exception {
        office.says(request -> {
            request.getResponseHeaders().set("Retry-After", "1000");
            return "503 {\"error\":\"down\"}";
        });
        Submission first = Handed.care();
        outbox.accept(first);
        courier.start();
        office.next();
        Instant next = nextAfter(1, first);
        assertThat(Duration.between(clock.instant(), next))
                .isBetween(Duration.ofSeconds(1000), Duration.ofSeconds(1500));
        Submission second = Handed.residence();
        outbox.accept(second);
        assertThat(outbox.delivery(second.id(), Duration.ofMillis(100))).isEqualTo(new Outbox.Underway());
        assertThat(office.asked()).isZero();
        office.says(request -> "");
        clock.turn(Duration.ofSeconds(1501));
        store.exchange().ring();
        assertThat(outbox.delivery(second.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(outbox.delivery(first.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    /** As after a restart of the platform, which forgets its slots. */
    @Test
    void whoIsTurnedAwayInHisSlotAsksForAnotherBeforeHeSendsAgain() throws Exception {
        office.saysToHello(LONG_SLOT);
        office.says(request -> {
            request.getResponseHeaders().set("Retry-After", "100");
            return "503 {\"error\":\"down\"}";
        });
        Submission care = Handed.care();
        acceptUnattended(care);
        courier.start();
        office.next();
        waiting(1, care);
        goesOnlyAfterAnotherHello(care);
    }

    @Test
    void aSlotThatFailedThreeTimesInARowIsGivenUp() throws Exception {
        office.saysToHello(LONG_SLOT);
        office.says(request -> "200 <html>");
        Submission care = Handed.care();
        acceptUnattended(care);
        courier.start();
        for (int attempt = 1; attempt <= 3; attempt++) {
            office.next();
            waiting(attempt, care);
            if (attempt < 3) {
                tryAgain();
            }
        }
        goesOnlyAfterAnotherHello(care);
    }

    private void goesOnlyAfterAnotherHello(Submission submission) throws InterruptedException {
        assertThat(office.greeted()).isEqualTo(1);
        office.says(request -> office.greeted() > 1 ? "" : "500 {\"error\":\"too early\"}");
        tryAgain();
        office.next();
        assertThat(outbox.delivery(submission.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(office.greeted()).isEqualTo(2);
    }

    /** Nobody stands there for the answer. */
    private void acceptUnattended(Submission submission) throws InterruptedException {
        outbox.accept(submission);
        outbox.delivery(submission.id(), Duration.ZERO);
    }

    @Test
    void aDepartmentThatIsDownIsLeftAloneAndTheOthersAreNot() throws Exception {
        office.says(request -> {
            String item = office.head().item();
            request.getResponseHeaders().set("Retry-After", "1000");
            return item.startsWith("medical-insurance.") ? "503 {\"error\":\"department-down\"}" : "";
        });
        Submission first = Handed.care();
        outbox.accept(first);
        Submission other = Handed.residence();
        outbox.accept(other);
        courier.start();
        assertThat(outbox.delivery(other.id(), PATIENCE)).isInstanceOf(Delivered.class);
        waiting(1, first);
        outbox.accept(Handed.care());
        assertThat(List.of(office.next(), office.next()))
                .containsExactlyInAnyOrder(other.id().toString(), first.id().toString());
        assertThat(office.asked()).isZero();
        assertThat(nextAfter(1, first)).isAfter(clock.instant().plusSeconds(999));
    }

    @Test
    void aClockPutBackDoesNotHoldTheQueue() throws Exception {
        office.says(request -> "500 {\"error\":\"broken\"}");
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        office.next();
        nextAfter(1, care);
        office.says(request -> "");
        clock.jump(Duration.ofDays(-400));
        store.exchange().ring();
        assertThat(outbox.delivery(care.id(), Duration.ofMillis(50))).isEqualTo(new Outbox.Underway());
        tryAgain();
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void aClockPutForwardHastensNothing() throws Exception {
        office.says(request -> "500 {\"error\":\"broken\"}");
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        office.next();
        nextAfter(1, care);
        office.says(request -> "");
        clock.jump(Duration.ofDays(400));
        store.exchange().ring();
        assertThat(outbox.delivery(care.id(), Duration.ofMillis(50))).isEqualTo(new Outbox.Underway());
        tryAgain();
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void whoStandsAndWaitsGoesFirst() throws Exception {
        for (int i = 0; i < 20; i++) {
            acceptUnattended(Handed.care());
        }
        Submission waiting = Handed.residence();
        outbox.accept(waiting);
        Thread citizen = new Thread(() -> {
            try {
                outbox.delivery(waiting.id(), PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        citizen.start();
        while (citizen.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        courier.start();
        citizen.join();
        List<String> first = office.arrived().stream().limit(UNDER_WAY_TOGETHER).toList();
        assertThat(first).contains(waiting.id().toString());
    }
}
