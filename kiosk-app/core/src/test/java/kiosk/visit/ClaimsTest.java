package kiosk.visit;

import static kiosk.visit.Situations.ID;
import static kiosk.visit.Situations.JAM;
import static kiosk.visit.Situations.NUMBER;
import static kiosk.visit.Situations.collecting;
import static kiosk.visit.Situations.handed;
import static kiosk.visit.Situations.printing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.ReceiptPrinter;
import kiosk.platform.Collectable;
import kiosk.submission.PrintLedger.Paper;
import kiosk.twin.Items;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.Collecting.Claim;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Fetching;
import kiosk.visit.Collecting.Reprint;
import kiosk.visit.Collecting.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What does not come out is collected later, and what perhaps came out is not printed again without a word. */
class ClaimsTest {
    private static final Effect.PrintReceipt CLAIM =
            new Effect.PrintReceipt(handed().slip().claiming());
    private static final Handed SECOND = handed().again();
    private static final Moment WITHOUT_PAGES = Moments.of(Moments.withoutPages(), Moments.FRESH);

    private static Transition on(Visit visit, VisitEvent event) {
        return visit.on(event, Moments.usual());
    }

    private static Transition to(Collecting.Paper paper, Effect... effects) {
        return Transition.to(collecting(paper), effects);
    }

    @Test
    void aDocumentThatDidNotComeOutLeavesAClaimSlipWhereTheRollWorks() {
        Failed coming = new Failed(What.DOCUMENT, Optional.of(JAM), true, Claim.COMING);
        Failed without = new Failed(What.DOCUMENT, Optional.of(JAM), true);
        assertThat(CLAIM.slip().claim() && CLAIM.slip().issued()).isTrue();
        assertThat(CLAIM.slip().collectBy())
                .isEqualTo(CLAIM.slip().taken().toLocalDate().plusDays(30))
                .isEqualTo(handed().collectBy());
        assertThat(on(collecting(coming), new VisitEvent.ReceiptPrinted(new ReceiptPrinter.Printed())))
                .isEqualTo(to(new Failed(What.DOCUMENT, Optional.of(JAM), true, Claim.OUT)));
        assertThat(on(collecting(coming), new VisitEvent.ReceiptPrinted(new ReceiptPrinter.NotPrinted(JAM))))
                .isEqualTo(to(without));
        assertThat(on(collecting(coming), new VisitEvent.PrintAgain())).isEqualTo(Transition.to(collecting(coming)));
        assertThat(on(collecting(coming), new VisitEvent.EffectFailed(CLAIM))).isEqualTo(to(without));
        assertThat(printing(What.DOCUMENT)
                        .on(
                                new VisitEvent.PagesPrinted(new NotPrinted(JAM)),
                                Moments.of(Moments.withoutRoll(), Moments.FRESH)))
                .isEqualTo(to(without));
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void onlyADocumentThatMayBeOutIsNotPrintedAgainWithoutAskingAndThenMarked(What what) {
        assertThat(new Failed(what, Optional.empty(), true).mayBePrintedAgain()).isTrue();
        assertThat(new Failed(what, Optional.empty(), false).mayBePrintedAgain())
                .isEqualTo(what != What.DOCUMENT);
        Collecting perhapsOut = collecting(new Failed(What.DOCUMENT, Optional.of(JAM), false));
        Collecting asked = new Collecting(SECOND, new Reprint(What.DOCUMENT), false);
        assertThat(on(perhapsOut, new VisitEvent.PrintAgain())).isEqualTo(Transition.to(asked));
        assertThat(on(asked, new VisitEvent.Touched())).isEqualTo(Transition.to(asked));
        assertThat(on(asked, new VisitEvent.PrintAgain()))
                .isEqualTo(Transition.to(
                        new Collecting(SECOND, new Fetching(), false), new Effect.FetchDocument(ID, NUMBER, 2)));
    }

    private static Transition chosen(Collectable waiting, Moment moment) {
        return new ChoosingItem(People.zhang(), List.of(waiting), Optional.empty())
                .on(new VisitEvent.DocumentChosen(waiting), moment);
    }

    private static Collectable owed(int printed) {
        return new Collectable(
                ID,
                Items.CARE.code(),
                NUMBER,
                printed,
                Optional.of(new Collectable.Owed(MemoryOutbox.receipt(), Optional.empty())));
    }

    @Test
    void aReceiptThatDidNotComeOutIsPrintedAtTheNextVisitUnderTheSameNumber() {
        Transition printing = chosen(owed(0), WITHOUT_PAGES);
        Collecting collecting = (Collecting) printing.next();
        assertThat(collecting.earlier()).isTrue();
        assertThat(collecting.handed().number()).isEqualTo(NUMBER);
        assertThat(collecting.handed().receipt()).contains(MemoryOutbox.receipt());
        assertThat(printing.effects())
                .containsExactly(new Effect.PrintReceipt(collecting.handed().slip()));
        assertThat(chosen(owed(0), Moments.of(Moments.bare(), Moments.FRESH)).next())
                .isEqualTo(new NotDone(People.zhang(), Optional.of(Items.CARE), NotDone.Why.PRINTER_AWAY));
    }

    @Test
    void anEarlierDocumentThatCannotBeFetchedIsNoReasonForAnotherReceipt() {
        Transition fetching = chosen(new Collectable(ID, Items.PROOF.code(), NUMBER), Moments.usual());
        Handed earlier = ((Collecting) fetching.next()).handed();
        Collecting failed = new Collecting(earlier, new Failed(What.DOCUMENT, Optional.empty(), true), true);
        assertThat(on(fetching.next(), new VisitEvent.DocumentFetched(Optional.empty())))
                .isEqualTo(Transition.to(failed));
        assertThat(on(failed, new VisitEvent.PrintAgain()).effects())
                .containsExactly(new Effect.FetchDocument(ID, NUMBER, 1));
    }

    @Test
    void theLastDayOfADocumentIsCountedFromWhenItWasIssuedHoweverLateItIsAskedFor() {
        Instant issued = TurnedClock.MORNING.minus(Duration.ofDays(10));
        Collectable waiting = new Collectable(ID, Items.PROOF.code(), NUMBER, 0, Optional.empty(), Optional.of(issued));
        Handed earlier =
                ((Collecting) chosen(waiting.printedAtLeast(0), Moments.usual()).next()).handed();
        assertThat(earlier.collectBy()).isEqualTo(LocalDate.of(2026, 12, 12));
        assertThat(earlier.claimSlip().collectBy()).isEqualTo(LocalDate.of(2026, 12, 12));
    }

    @Test
    void whatMayHaveComeOutAtAnEarlierVisitIsNeverPrintedTwiceSilently() {
        Collectable document = new Collectable(ID, Items.PROOF.code(), NUMBER).printedAtLeast(1);
        assertThat(document.paper()).isEqualTo(Paper.DOCUMENT);
        Transition asked = chosen(document, Moments.usual());
        assertThat(asked.effects()).isEmpty();
        assertThat(((Collecting) asked.next()).paper()).isEqualTo(new Reprint(What.DOCUMENT));
        assertThat(on(asked.next(), new VisitEvent.PrintAgain()).effects())
                .containsExactly(new Effect.FetchDocument(ID, NUMBER, 2));
        assertThat(on(asked.next(), new VisitEvent.Taken()).next()).isEqualTo(new Finishing(People.zhang()));
        Transition receipt = chosen(owed(2), Moments.usual());
        assertThat(on(receipt.next(), new VisitEvent.PrintAgain()).effects())
                .allSatisfy(it ->
                        assertThat(((Effect.PrintReceipt) it).slip().copy()).isEqualTo(3));
    }
}
