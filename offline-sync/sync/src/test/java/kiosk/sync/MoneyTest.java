package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import kiosk.platform.Answer.Answered;
import kiosk.platform.Order;
import kiosk.submission.Outbox.Delivered;
import kiosk.submission.Outbox.GivenUp;
import kiosk.submission.Outbox.SentBack;
import kiosk.submission.Outbox.Underway;
import kiosk.submission.Submission;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is cut or killed when: submitted and settled, or refunded, or never paid. Never both, never neither. */
class MoneyTest {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @TempDir
    private Path folder;

    private Online online;
    private final Submission payment = Handed.payment();

    @BeforeEach
    void open() throws Exception {
        online = new Online(folder);
    }

    @AfterEach
    void close() {
        online.close();
    }

    private Sync sync() {
        return online.sync;
    }

    private Province province() {
        return online.province;
    }

    private Order.State ordered() throws InterruptedException {
        return sync().platform()
                .order(payment.id(), payment.item().code(), Handed.FEN)
                .map(Order::state)
                .or(Order.State.REFUNDED);
    }

    private void submittedAndSettledOnce() throws InterruptedException {
        assertThat(sync().outbox().delivery(payment.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(province().ledger(payment.id())).hasSize(1);
        assertThat(sync().platform().orderState(payment.id())).isEqualTo(new Answered<>(Order.State.SETTLED));
        assertThat(province().money(payment.id())).containsExactly("payment", "settlement");
    }

    private void neverPaid() throws InterruptedException {
        assertThat(sync().outbox().delivery(payment.id(), PATIENCE)).isEqualTo(new GivenUp());
        assertThat(province().ledger(payment.id())).isEmpty();
        assertThat(province().money(payment.id())).isEmpty();
    }

    @Test
    void paidAndReleasedIsSubmittedAndSettled() throws Exception {
        sync().outbox().hold(payment);
        assertThat(ordered()).isEqualTo(Order.State.OPEN);
        province().pay(payment.id());
        sync().outbox().release(payment.id());
        submittedAndSettledOnce();
    }

    @Test
    void aCrashBeforeTheOrderLeavesNoOrder() throws Exception {
        sync().outbox().hold(payment);
        online.crash();
        neverPaid();
        assertThat(ordered()).isEqualTo(Order.State.CANCELLED);
    }

    @Test
    void aCrashWhileTheCodeIsShownCancelsTheOrder() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        online.crash();
        neverPaid();
    }

    @Test
    void aPaymentAfterTheCrashAndTheCancelGoesBack() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        online.crash();
        neverPaid();
        province().pay(payment.id());
        assertThat(province().money(payment.id())).containsExactly("payment", "refund");
        assertThat(province().ledger(payment.id())).isEmpty();
    }

    @Test
    void aCrashAfterThePaymentIsSubmittedAfterIt() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().pay(payment.id());
        online.crash();
        submittedAndSettledOnce();
    }

    @Test
    void aCrashAfterTheReleaseIsSubmittedAfterIt() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().pay(payment.id());
        province().misbehaviour().hangUp();
        sync().outbox().release(payment.id());
        online.crash();
        province().misbehaviour().behave();
        submittedAndSettledOnce();
    }

    @Test
    void aLostReceiptOfAPaymentIsNoSecondPayment() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().pay(payment.id());
        province().misbehaviour().cutAnswers(1);
        sync().outbox().release(payment.id());
        submittedAndSettledOnce();
    }

    @Test
    void aLostAnswerToTheOrderIsAskedForAgain() throws Exception {
        sync().outbox().hold(payment);
        province().misbehaviour().cutOrderAnswers(1);
        ordered();
        assertThat(ordered()).isEqualTo(Order.State.OPEN);
    }

    @Test
    void walkingAwayFromTheCodeCancelsTheOrder() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        sync().outbox().abandon(payment.id());
        neverPaid();
    }

    @Test
    void moneyFasterThanWalkingAwayIsSubmitted() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().pay(payment.id());
        sync().outbox().abandon(payment.id());
        submittedAndSettledOnce();
    }

    @Test
    void aLostAnswerToTheCancelIsAskedForAgain() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().misbehaviour().cutOrderAnswers(1);
        sync().outbox().abandon(payment.id());
        neverPaid();
    }

    @Test
    void walkingAwayWhileTheLineIsCutIsSettledWhenItIsBack() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().misbehaviour().hangUp();
        sync().outbox().abandon(payment.id());
        assertThat(sync().outbox().delivery(payment.id(), Duration.ofMillis(300)))
                .isEqualTo(new Underway());
        province().misbehaviour().behave();
        neverPaid();
    }

    @Test
    void theCourierLeavesAPaymentAloneWhileItsCodeIsShown() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        Submission other = Handed.care();
        sync().outbox().accept(other);
        assertThat(sync().outbox().delivery(other.id(), PATIENCE)).isInstanceOf(Delivered.class);
        assertThat(sync().platform().orderState(payment.id())).isEqualTo(new Answered<>(Order.State.OPEN));
    }

    @Test
    void moneyThatWaitedTooLongGoesBackAndNothingIsSubmitted() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().pay(payment.id());
        online.sync.close();
        province().letTimePass(Duration.ofHours(73));
        online.crash();
        assertThat(sync().outbox().delivery(payment.id(), PATIENCE)).isEqualTo(new GivenUp());
        assertThat(province().money(payment.id())).containsExactly("payment", "refund");
        assertThat(province().ledger(payment.id())).isEmpty();
    }

    @Test
    void aPaymentSentBackAndHandedInAnewIsRefundedThoughATechnicianRetriesIt() throws Exception {
        sync().outbox().hold(payment);
        ordered();
        province().pay(payment.id());
        province().misbehaviour().refuse();
        sync().outbox().release(payment.id());
        assertThat(sync().outbox().delivery(payment.id(), PATIENCE)).isInstanceOf(SentBack.class);
        province().misbehaviour().behave();
        sync().outbox().abandon(payment.id());
        sync().outbox().retry(payment.id());
        assertThat(sync().outbox().delivery(payment.id(), PATIENCE)).isEqualTo(new GivenUp());
        province().letTimePass(Duration.ofHours(73));
        assertThat(province().money(payment.id())).containsExactly("payment", "refund");
        assertThat(province().ledger(payment.id())).isEmpty();
    }
}
