package kiosk.visit.runner;

import static kiosk.twin.Items.CARE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import kiosk.device.CardTrouble;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner;
import kiosk.device.ReceiptPrinter;
import kiosk.submission.Rating;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.What;
import org.junit.jupiter.api.Test;

class ApplicationVisitsTest extends WholeVisits {
    private VisitingCitizen fillsTheReferral() throws InterruptedException {
        return citizen.laysCard()
                .chooses(CARE)
                .fills("phone", "13800000000")
                .fills("type", "referral")
                .fills("until", "2026-12-01")
                .isDoneWithTheForm();
    }

    @Test
    void anApplicationOnline() throws InterruptedException {
        citizen.laysCard()
                .chooses(CARE)
                .seesFilled("name", "张测试")
                .seesFilled("phone", "13800000000")
                .fills("type", "referral")
                .fills("until", "2026-12-01")
                .isDoneWithTheForm()
                .triesToScan("referral", new DocumentScanner.NoPaper())
                .scans("referral")
                .hasAllPapers()
                .signs()
                .confirms()
                .seesOut(What.RECEIPT)
                .takesIt()
                .rates(5)
                .goesAsTheLast();
        assertThat(delivered()).hasSize(1);
        assertThat(delivered().get(0).signature()).isPresent();
        assertThat(delivered().get(0).materials()).hasSize(1);
        assertThat(citizen.world.outbox.ratings())
                .extracting(Rating::of)
                .containsExactly(delivered().get(0).id());
        assertThat(citizen.world.roll.out()).hasSize(1);
    }

    @Test
    void anApplicationWithACertificateFromFile() throws InterruptedException {
        citizen.laysCard()
                .chooses(CARE)
                .seesFilled("phone", "13800000000")
                .fills("type", "resident")
                .isDoneWithTheForm()
                .takesFromFile("permit")
                .hasAllPapers()
                .signs()
                .confirms()
                .seesOut(What.RECEIPT)
                .takesIt()
                .ratesNothing()
                .goesAsTheLast();
        assertThat(delivered()).hasSize(1);
        assertThat(citizen.world.outbox.ratings()).isEmpty();
    }

    @Test
    void anApplicationWithTheLineCutIsOnDiskBeforeItsNumberIsShown() throws InterruptedException {
        citizen.world.cutTheLine();
        fillsTheReferral()
                .scans("referral")
                .hasAllPapers()
                .signs()
                .confirms()
                .seesOut(What.RECEIPT)
                .takesIt()
                .rates(4)
                .goesAsTheLast();
        assertThat(citizen.world.outbox.calls()).containsExactly("accept", "rate");
        assertThat(delivered()).isEmpty();
    }

    @Test
    void paperRunningOutMidReceiptStillLeavesTheNumberOnTheScreen() throws InterruptedException {
        citizen.world.usable = Set.of(DeviceKind.RECEIPT_PRINTER, DeviceKind.DOCUMENT_SCANNER);
        citizen.world.roll.willEnd(new ReceiptPrinter.Uncertain(JAM));
        fillsTheReferral()
                .scans("referral")
                .hasAllPapers()
                .signs()
                .confirms()
                .sees(new Failed(What.RECEIPT, Optional.of(JAM), false))
                .triesAgain()
                .seesOut(What.RECEIPT)
                .takesIt()
                .rates(3)
                .goesAsTheLast();
    }

    @Test
    void aCardHeldBadlyIsLaidAgain() throws InterruptedException {
        citizen.world.cards.layUnreadable(CardTrouble.LAY_AGAIN);
        citizen.isToldToLayItAgain().lifts().laysCard().goesAsTheLast();
    }
}
