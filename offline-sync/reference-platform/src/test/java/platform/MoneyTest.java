package platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static platform.Terminal.PAYMENT;
import static platform.Terminal.error;
import static platform.Terminal.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MoneyTest extends PlatformTest {
    private static final Duration LONGER_THAN_OPEN = Duration.ofMinutes(5).plusSeconds(1);
    private static final Duration LONGER_THAN_PAID = Duration.ofDays(3).plusSeconds(1);

    private UUID id;
    private Sealed submission;

    @BeforeEach
    void seal() {
        id = UUID.randomUUID();
        submission = terminal.seal(id, terminal.submission(id, PAYMENT));
    }

    @Test
    void paidThenSubmittedIsSettled() {
        JsonNode order = terminal.openOrder(id);
        assertThat(order.path("state").asText()).isEqualTo("open");
        assertThat(order.path("code").asText()).hasSizeBetween(10, 200);
        assertThat(error(terminal.submit(submission))).isEqualTo("409 payment-missing");
        terminal.pay(id);
        assertThat(terminal.orderState(id)).isEqualTo("paid");
        assertThat(terminal.submit(submission).statusCode()).isEqualTo(201);
        assertThat(terminal.orderState(id)).isEqualTo("settled");
        platform.clock().advance(LONGER_THAN_PAID);
        assertThat(terminal.submit(submission).statusCode()).isEqualTo(200);
        assertThat(terminal.money(id)).containsExactly("payment", "settlement");
    }

    @Test
    void aSubmissionWithoutAnyOrderWaits() {
        assertThat(error(terminal.submit(submission))).isEqualTo("409 payment-missing");
        assertThat(terminal.ledger()).isEmpty();
    }

    @Test
    void aPaymentOnACancelledOrderGoesBackAtOnce() {
        terminal.openOrder(id);
        assertThat(json(terminal.send("DELETE", "/v1/orders/" + id, Map.of(), Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("cancelled");
        assertThat(error(terminal.submit(submission))).isEqualTo("410 cancelled");
        terminal.pay(id);
        assertThat(terminal.orderState(id)).isEqualTo("refunded");
        assertThat(error(terminal.submit(submission))).isEqualTo("410 refunded");
        assertThat(terminal.money(id)).containsExactly("payment", "refund");
    }

    @Test
    void cancellingWhatWasPaidMeanwhileSaysSo() {
        terminal.openOrder(id);
        terminal.pay(id);
        assertThat(json(terminal.send("DELETE", "/v1/orders/" + id, Map.of(), Map.of()))
                        .path("state")
                        .asText())
                .isEqualTo("paid");
        assertThat(terminal.submit(submission).statusCode()).isEqualTo(201);
        assertThat(terminal.money(id)).containsExactly("payment", "settlement");
    }

    @Test
    void aCodeThatNobodyPaysExpiresAndALatePaymentGoesBack() {
        terminal.openOrder(id);
        platform.clock().advance(LONGER_THAN_OPEN);
        terminal.pay(id);
        assertThat(terminal.orderState(id)).isEqualTo("refunded");
        assertThat(terminal.money(id)).containsExactly("payment", "refund");
    }

    @Test
    void paidAndNeverSubmittedIsRefundedAndASubmissionAfterwardsIsRefused() {
        terminal.openOrder(id);
        terminal.pay(id);
        platform.clock().advance(LONGER_THAN_PAID);
        assertThat(error(terminal.submit(submission))).isEqualTo("410 refunded");
        assertThat(terminal.orderState(id)).isEqualTo("refunded");
        assertThat(terminal.money(id)).containsExactly("payment", "refund");
        assertThat(terminal.ledger()).isEmpty();
    }

    @Test
    void nobodyAsksAndTheMoneyGoesBackAllTheSame() {
        terminal.openOrder(id);
        terminal.pay(id);
        terminal.control("POST", "/control/clock", Map.of("ahead", LONGER_THAN_PAID.toString()));
        assertThat(terminal.money(id)).containsExactly("payment", "refund");
    }

    @Test
    void anOrderWhoseAnswerWasCutIsTheSameOrder() {
        platform.misbehaviour().cutOrderAnswers(1);
        assertThatThrownBy(() -> terminal.openOrder(id)).isInstanceOf(UncheckedIOException.class);
        JsonNode again = terminal.openOrder(id);
        assertThat(again).isEqualTo(terminal.openOrder(id));
        assertThat(again.path("order").asText()).endsWith("00000001");
    }

    @Test
    void aCancellationThatOvertakesTheOrderWins() {
        terminal.send("DELETE", "/v1/orders/" + id, Map.of(), Map.of());
        assertThat(terminal.openOrder(id).path("state").asText()).isEqualTo("cancelled");
        assertThat(error(terminal.pay(id))).isEqualTo("404 not-found");
        assertThat(error(terminal.submit(submission))).isEqualTo("410 cancelled");
    }

    @Test
    void payingTwiceMovesMoneyOnce() {
        terminal.openOrder(id);
        terminal.pay(id);
        assertThat(error(terminal.pay(id))).isEqualTo("409 already-paid");
        assertThat(terminal.money(id)).containsExactly("payment");
    }

    @Test
    void anotherAmountIsAnotherMatter() {
        terminal.openOrder(id);
        assertThat(error(terminal.send(
                        "PUT", "/v1/orders/" + id, Map.of(), Map.of("item", PAYMENT.get("item"), "amountFen", 50_000))))
                .isEqualTo("422 order-differs");
        assertThat(error(terminal.send(
                        "PUT", "/v1/orders/" + id, Map.of(), Map.of("item", PAYMENT.get("item"), "amountFen", 1))))
                .isEqualTo("422 amount-mismatch");
        terminal.pay(id);
        Sealed dearer = terminal.seal(id, terminal.submission(id, PAYMENT).put("amountFen", 50_000));
        assertThat(error(terminal.submit(dearer))).isEqualTo("422 amount-mismatch");
        Sealed misnamed = terminal.seal(id, misnamed());
        assertThat(error(terminal.submit(misnamed))).isEqualTo("422 amount-mismatch");
        assertThat(terminal.orderState(id)).isEqualTo("paid");
    }

    private ObjectNode misnamed() {
        ObjectNode json = terminal.submission(id, PAYMENT);
        json.withObject("values").putObject("grade").put("value", "pension-500").put("source", "citizen");
        return json;
    }

    @Test
    void anOrderIsItsTerminalsAlone() {
        terminal.openOrder(id);
        Terminal other = enrolled("T0002");
        assertThat(error(other.send(
                        "PUT", "/v1/orders/" + id, Map.of(), Map.of("item", PAYMENT.get("item"), "amountFen", 40_000))))
                .isEqualTo("422 order-differs");
        assertThat(error(other.get("/v1/orders/" + id, Map.of()))).isEqualTo("404 not-found");
        assertThat(error(other.send("DELETE", "/v1/orders/" + id, Map.of(), Map.of())))
                .isEqualTo("404 not-found");
        terminal.pay(id);
        assertThat(error(other.submit(other.seal(id, other.submission(id, PAYMENT)))))
                .isEqualTo("409 payment-missing");
        assertThat(terminal.submit(submission).statusCode()).isEqualTo(201);
        assertThat(terminal.money(id)).containsExactly("payment", "settlement");
    }

    @Test
    void aRestartKeepsTheMoneyWhereItIs() {
        terminal.openOrder(id);
        terminal.pay(id);
        restart();
        assertThat(terminal.submit(submission).statusCode()).isEqualTo(201);
        assertThat(terminal.money(id)).containsExactly("payment", "settlement");
    }

    @Test
    void settlingAndRefundingAtTheSameMomentNeverBothHappenAndNeverNeither() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 20; round++) {
            seal();
            terminal.openOrder(id);
            terminal.pay(id);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Integer> submitted = threads.submit(() -> {
                start.await();
                return terminal.submit(submission).statusCode();
            });
            Future<Integer> refunded = threads.submit(() -> {
                start.await();
                return terminal.control("POST", "/control/clock", Map.of("ahead", LONGER_THAN_PAID.toString()))
                        .statusCode();
            });
            refunded.get();
            List<String> expected =
                    submitted.get() == 201 ? List.of("payment", "settlement") : List.of("payment", "refund");
            assertThat(terminal.money(id)).isEqualTo(expected);
        }
        threads.shutdown();
    }

    @Test
    void payingAndCancellingAtTheSameMomentLoseNoMoney() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        for (int round = 0; round < 20; round++) {
            seal();
            terminal.openOrder(id);
            CyclicBarrier start = new CyclicBarrier(2);
            Future<Integer> paid = threads.submit(() -> {
                start.await();
                return terminal.pay(id).statusCode();
            });
            Future<String> reached = threads.submit(() -> {
                start.await();
                return json(terminal.send("DELETE", "/v1/orders/" + id, Map.of(), Map.of()))
                        .path("state")
                        .asText();
            });
            assertThat(paid.get()).isEqualTo(200);
            List<String> expected = reached.get().equals("paid") ? List.of("payment") : List.of("payment", "refund");
            assertThat(terminal.money(id)).isEqualTo(expected);
        }
        threads.shutdown();
    }
}
