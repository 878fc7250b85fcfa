package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Outbox.GivenUp;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import org.junit.jupiter.api.Test;

class CourierTest extends Round {
    @Test
    void aReceiptEndsTheDeliveryAndTheSealedBytesAreGone() throws Exception {
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        assertThat(outbox.delivery(care.id(), PATIENCE))
                .isEqualTo(new Delivered(new CaseReceipt(
                        "S202611220000000171",
                        Instant.parse("2026-11-22T01:15:02Z"),
                        Optional.of(LocalDate.of(2026, 11, 23)))));
        assertThat(outbox.summary()).isEqualTo(new Outbox.Summary(0, 1, 0, Optional.empty(), true));
    }

    @Test
    void aReceiptForOtherBytesIsNone() throws Exception {
        office.says(request ->
                "200 " + Office.receipt(request.getRequestURI().getPath().substring(16), "sha-256=:x:"));
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        office.next();
        assertThat(stateAfter(1, care)).isEqualTo("READY");
        office.says(request -> "200 " + Office.receipt(Handed.care().id().toString(), digestOf(request)));
        tryAgain();
        assertThat(stateAfter(2, care)).isEqualTo("READY");
        office.says(request -> "200 {\"id\": 7}");
        tryAgain();
        assertThat(stateAfter(3, care)).isEqualTo("READY");
    }

    private static String digestOf(com.sun.net.httpserver.HttpExchange request) {
        return request.getRequestHeaders().getFirst("Content-Digest");
    }

    @Test
    void oneThatAlwaysFailsDoesNotStopTheOthers() throws Exception {
        Submission poison = Handed.care();
        office.says(request ->
                request.getRequestURI().getPath().contains(poison.id().toString()) ? "500 {\"error\":\"broken\"}" : "");
        outbox.accept(poison);
        Submission second = Handed.care();
        Submission third = Handed.residence();
        outbox.accept(second);
        outbox.accept(third);
        courier.start();
        assertThat(outbox.delivery(third.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(outbox.delivery(second.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(outbox.list(5)).extracting(Outbox.Waiting::id).containsExactly(poison.id());
    }

    @Test
    void oneThatIsRefusedForGoodIsKeptForAPerson() throws Exception {
        office.says(request -> "422 {\"error\":\"digest-mismatch\"}");
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        assertThat(outbox.delivery(care.id(), PATIENCE)).isEqualTo(new Outbox.Refused());
        assertThat(outbox.list(5)).extracting(Outbox.Waiting::state).containsExactly("REFUSED");
        office.says(request -> "");
        outbox.retry(care.id());
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void moneyThatWentBackEndsTheMatter() throws Exception {
        office.says(request -> "410 {\"error\":\"refunded\"}");
        Submission payment = Handed.payment();
        outbox.hold(payment);
        outbox.release(payment.id());
        courier.start();
        assertThat(outbox.delivery(payment.id(), PATIENCE)).isEqualTo(new GivenUp());
    }

    @Test
    void aDeliveryThatArrivesAfterItWasAbandonedIsDelivered() throws Exception {
        Submission care = Handed.care();
        office.says(request -> {
            outbox.abandon(care.id());
            return "";
        });
        outbox.accept(care);
        courier.start();
        office.next();
        for (int i = 0; i < 100 && outbox.summary().delivered() == 0; i++) {
            outbox.delivery(Handed.care().id(), Duration.ofMillis(10));
            store.journal().entries(1);
        }
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void anAnswerThatNeverComesDoesNotKeepTheProgramFromEnding() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch never = new CountDownLatch(1);
        office.says(request -> {
            asked.countDown();
            await(never);
            return "";
        });
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        long begun = System.nanoTime();
        courier.close();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
        assertThat(outbox.list(5)).extracting(Outbox.Waiting::id).containsExactly(care.id());
        never.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
