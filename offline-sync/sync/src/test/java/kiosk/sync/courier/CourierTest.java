package kiosk.sync.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Outbox.GivenUp;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.seal.Ledgers;
import kiosk.sync.seal.Opener;
import kiosk.sync.seal.Sm3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(outbox.summary()).isEqualTo(new Outbox.Summary(0, 1, 0, Optional.empty(), Optional.empty()));
    }

    @Test
    void aReceiptForOtherBytesOrAnotherIdOrOfAStrangerIsNone() throws Exception {
        Ledgers elsewhere = new Ledgers(office.platform);
        Ledgers stranger = new Ledgers(new Opener());
        List<Office.Word> lies = List.of(
                request -> "200 " + elsewhere.receipt(office.head(), new byte[1]),
                request -> "200 "
                        + office.ledger.receipt(
                                "" + Handed.care().id(), office.head().number(), digest()),
                request -> "200 "
                        + new Ledgers(office.platform)
                                .receipt("" + office.head().id(), "-", digest()),
                request -> "200 " + stranger.receipt(office.head(), office.manifest()),
                request -> "200 "
                        + new Ledgers(office.platform)
                                .receipt(office.head(), office.manifest())
                                .replace("\"ledgerSeq\":1", "\"ledgerSeq\":2"),
                request -> "200 {\"id\": 7}");
        Submission care = Handed.care();
        office.says(lies.get(0));
        outbox.accept(care);
        courier.start();
        for (int i = 0; i < lies.size(); i++) {
            assertThat(stateAfter(i + 1, care)).as("lie %d", i).isEqualTo("READY");
            office.says(i + 1 < lies.size() ? lies.get(i + 1) : request -> "");
            tryAgain();
        }
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    private String digest() {
        return Sm3.field(office.manifest());
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

    /** What is asked is always written the same way: the platform that cannot read it did not get what was sent. */
    @ParameterizedTest
    @ValueSource(strings = {"400 bad-request", "400 digest-wrong", "404 not-found", "405 bad-method", "415 bad-type"})
    void oneThatWasSpoiltOnTheWayIsSentAgain(String said) throws Exception {
        office.says(request -> said.substring(0, 4) + "{\"error\":\"" + said.substring(4) + "\"}");
        Submission care = Handed.care();
        outbox.accept(care);
        courier.start();
        assertThat(waiting(1, care).state()).isEqualTo("READY");
        office.says(request -> "");
        tryAgain();
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
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (outbox.summary().delivered() == 0 && System.nanoTime() < until) {
            store.journal().entries(1);
        }
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
    }

    @Test
    void whoStumblesGoesOnAsTheSameThread() throws Exception {
        Set<Thread> couriers = ConcurrentHashMap.newKeySet();
        CountDownLatch stumbled = new CountDownLatch(1);
        atTheDoor = () -> {
            if (Thread.currentThread().getName().equals("courier")) {
                couriers.add(Thread.currentThread());
            }
            if (stumbled.getCount() > 0) {
                stumbled.countDown();
                throw new StackOverflowError("of a test");
            }
        };
        courier.start();
        stumbled.await();
        Submission care = Handed.care();
        outbox.accept(care);
        assertThat(outbox.delivery(care.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(couriers).hasSize(1);
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
