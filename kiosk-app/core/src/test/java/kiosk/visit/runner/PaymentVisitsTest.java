package kiosk.visit.runner;

import static kiosk.twin.Items.FACE;
import static kiosk.twin.Items.FEE;
import static kiosk.twin.Items.TAX_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import kiosk.platform.Order;
import kiosk.submission.Submission;
import kiosk.visit.Collecting.What;
import kiosk.visit.NotDone;
import org.junit.jupiter.api.Test;

class PaymentVisitsTest extends WholeVisits {
    private VisitingCitizen wantsToPay() throws InterruptedException {
        return citizen.laysCard()
                .chooses(FEE)
                .fills("grade", "low")
                .isDoneWithTheForm()
                .confirms();
    }

    @Test
    void aPaymentIsHeldThenPaidThenDelivered() throws InterruptedException {
        wantsToPay().seesTheCode();
        assertThat(citizen.world.outbox.held()).hasSize(1);
        citizen.theOrderBecomes(Order.State.PAID)
                .seesOut(What.RECEIPT)
                .takesIt()
                .rates(5)
                .goesAsTheLast();
        assertThat(delivered()).extracting(Submission::feeInFen).containsExactly(Optional.of(20_000L));
        assertThat(citizen.world.outbox.calls()).containsExactly("hold", "release", "rate");
    }

    @Test
    void aPaymentThatIsCancelledOrLeftHandsNothingIn() throws InterruptedException {
        wantsToPay()
                .seesTheCode()
                .theOrderBecomes(Order.State.CANCELLED)
                .isTold(NotDone.Why.NOT_PAID)
                .goes();
        wantsToPay().seesTheCode().goesAsTheLast();
        assertThat(delivered()).isEmpty();
        assertThat(citizen.world.outbox.held()).isEmpty();
    }

    @Test
    void aPaymentWithTheLineCutIsNotOffered() throws InterruptedException {
        citizen.world.cutTheLine();
        citizen.laysCard().isRefused(FEE).isRefused(TAX_RECORD).isRefused(FACE).goesAsTheLast();
    }
}
