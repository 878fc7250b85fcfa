package kiosk.visit.runner;

import static kiosk.twin.Items.PROOF;
import static kiosk.twin.Items.TAX_RECORD;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.device.PagePrinter;
import kiosk.device.ReceiptPrinter;
import kiosk.form.Problem;
import kiosk.platform.Collectable;
import kiosk.submission.Outbox;
import kiosk.submission.SubmissionId;
import kiosk.submission.SubmissionNumber;
import kiosk.twin.Graph;
import kiosk.twin.People;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting.Claim;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Reprint;
import kiosk.visit.Collecting.What;
import kiosk.visit.Idle;
import kiosk.visit.NotDone;
import org.junit.jupiter.api.Test;

class CertificateVisitsTest extends WholeVisits {
    private VisitingCitizen asksForTheProof() throws InterruptedException {
        return citizen.laysCard()
                .chooses(PROOF)
                .fills("period", "2026-01/2026-06")
                .isDoneWithTheForm()
                .confirms();
    }

    @Test
    void aCertificateOnlineIsPrintedOnce() throws InterruptedException {
        asksForTheProof().seesOut(What.DOCUMENT).takesIt().rates(5).goesAsTheLast();
        assertThat(citizen.world.stack.out()).hasSize(1);
        assertThat(citizen.world.roll.out()).isEmpty();
        assertThat(citizen.world.platform.collected()).isEqualTo(1);
    }

    @Test
    void aCertificateWithTheLineCutIsAClaimCollectedLaterWithTheSameCard() throws InterruptedException {
        citizen.world.cutTheLine();
        asksForTheProof().seesOut(What.RECEIPT).takesIt().ratesNothing().goes();
        SubmissionId id = SubmissionId.create(citizen.world.clock);
        Collectable document =
                new Collectable(id, PROOF.code(), SubmissionNumber.of("K001", LocalDate.of(2026, 11, 22), 1));
        citizen.world.platform.restoreTheLine();
        citizen.world.platform.keep(document);
        citizen.laysCard();
        citizen.screen.sees(ChoosingItem.class, it -> !it.documents().isEmpty());
        citizen.choosesDocument(document)
                .seesOut(What.DOCUMENT)
                .takesTheLateDocument()
                .goesAsTheLast();
        assertThat(citizen.world.platform.collected()).isEqualTo(1);
    }

    @Test
    void aCertificateThatIsNotIssuedInTimeLeavesAClaim() throws InterruptedException {
        citizen.world.platform.issueNothing();
        asksForTheProof().seesOut(What.RECEIPT).takesIt().ratesNothing().goesAsTheLast();
    }

    @Test
    void aDamagedDocumentIsNeverPrintedAndMayBeFetchedAgain() throws InterruptedException {
        citizen.world.platform.issueDamaged();
        Failed unfit = new Failed(What.DOCUMENT, Optional.empty(), true);
        asksForTheProof()
                .sees(unfit)
                .triesAgain()
                .sees(unfit)
                .takesIt()
                .ratesNothing()
                .goesAsTheLast();
        assertThat(citizen.world.stack.out()).isEmpty();
    }

    @Test
    void paperJammedBeforeTheFirstSheetIsTriedAgain() throws InterruptedException {
        citizen.world.stack.willEnd(new PagePrinter.NotPrinted(JAM));
        asksForTheProof()
                .sees(new Failed(What.DOCUMENT, Optional.of(JAM), true, Claim.OUT))
                .triesAgain()
                .seesOut(What.DOCUMENT)
                .takesIt()
                .ratesNothing()
                .goesAsTheLast();
        assertThat(citizen.world.stack.out()).hasSize(1);
    }

    @Test
    void aDocumentThatMayBeOutIsNotPrintedASecondTimeBeforeTheCitizenWasAsked() throws InterruptedException {
        citizen.world.stack.willEnd(new PagePrinter.Uncertain(JAM));
        Failed perhaps = new Failed(What.DOCUMENT, Optional.of(JAM), false, Claim.OUT);
        asksForTheProof()
                .sees(perhaps)
                .triesAgainInVain()
                .sees(new Reprint(What.DOCUMENT))
                .takesIt()
                .ratesNothing()
                .goesAsTheLast();
        assertThat(citizen.world.stack.out()).isEmpty();
        assertThat(citizen.world.platform.collected()).isZero();
    }

    @Test
    void aReceiptTheRollCannotPrintComesOnAPage() throws InterruptedException {
        citizen.world.roll.willEnd(new ReceiptPrinter.NotPrinted(JAM));
        citizen.world.cutTheLine();
        asksForTheProof().seesOut(What.RECEIPT_PAGE).takesIt().ratesNothing().goesAsTheLast();
        assertThat(citizen.world.stack.out()).hasSize(1);
    }

    @Test
    void aCertificateThatCannotWaitIsAbandonedWhenTheLineBreaks() throws InterruptedException {
        citizen.laysCard()
                .chooses(TAX_RECORD)
                .fills("period", "2026-01/2026-06")
                .isDoneWithTheForm();
        citizen.world.outbox.answer(new Outbox.Underway());
        citizen.confirms().isTold(NotDone.Why.MAY_HAVE_ARRIVED).goesAsTheLast();
        assertThat(citizen.world.outbox.calls()).containsExactly("accept", "abandon");
        assertThat(delivered()).isEmpty();
    }

    @Test
    void whatThePlatformSendsBackIsMendedAndHandedInAnew() throws InterruptedException {
        citizen.world.outbox.answer(new Outbox.SentBack(List.of(Problem.of("period", Problem.Why.PLATFORM))));
        asksForTheProof()
                .seesTheFormAgain()
                .fills("period", "2026-02/2026-06")
                .isDoneWithTheForm()
                .confirms()
                .seesOut(What.DOCUMENT)
                .takesIt()
                .ratesNothing()
                .goesAsTheLast();
        assertThat(citizen.world.outbox.calls()).containsExactly("accept", "abandon", "accept");
        assertThat(delivered()).hasSize(1);
    }

    @Test
    void aFullDiskSaysSoAndNothingIsHandedIn() throws InterruptedException {
        citizen.world.outbox.refuse(Outbox.Why.FULL);
        asksForTheProof().isTold(NotDone.Why.QUEUE_FULL).goesAsTheLast();
        assertThat(delivered()).isEmpty();
    }

    @Test
    void theNextCitizenSeesNothingOfTheLast() throws InterruptedException {
        asksForTheProof().seesOut(What.DOCUMENT).takesIt().rates(5).goesAsTheLast();
        assertThat(Graph.from(citizen.screen.last())).doesNotContain("张测试", People.ZHANG, People.zhang());
        assertThat(citizen.screen.last().visit()).isEqualTo(new Idle());
        assertThat(citizen.world.journal.notes().toString()).doesNotContain("张", "1990");
    }
}
