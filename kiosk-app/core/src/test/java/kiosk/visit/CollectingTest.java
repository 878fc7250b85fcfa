package kiosk.visit;

import static kiosk.visit.Happenings.JOB;
import static kiosk.visit.Situations.ID;
import static kiosk.visit.Situations.JAM;
import static kiosk.visit.Situations.NUMBER;
import static kiosk.visit.Situations.collecting;
import static kiosk.visit.Situations.handed;
import static kiosk.visit.Situations.printing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import kiosk.device.PagePrinter;
import kiosk.device.PagePrinter.NotPrinted;
import kiosk.device.PagePrinter.Printed;
import kiosk.device.PagePrinter.Uncertain;
import kiosk.device.ReceiptPrinter;
import kiosk.submission.Paperwork;
import kiosk.submission.Rating;
import kiosk.submission.Slip;
import kiosk.twin.Items;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.PaperPlatform;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.Collecting.Claim;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Fetching;
import kiosk.visit.Collecting.Out;
import kiosk.visit.Collecting.Printing;
import kiosk.visit.Collecting.What;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectingTest {
    private static final Effect.PrintReceipt RECEIPT = new Effect.PrintReceipt(handed().slip());
    private static final Effect.PrintSlipPage PAGE = new Effect.PrintSlipPage(handed().slip());
    private static final Effect.PrintReceipt CLAIM =
            new Effect.PrintReceipt(handed().slip().claiming());
    private static final Handed SECOND = handed().again();
    private static final Effect.FetchDocument FETCH = new Effect.FetchDocument(ID, NUMBER, 1);
    private static final Moment WITHOUT_PAGES = Moments.of(Moments.withoutPages(), Moments.FRESH);

    private static Transition on(Visit visit, VisitEvent event) {
        return visit.on(event, Moments.usual());
    }

    private static Transition to(Collecting.Paper paper, Effect... effects) {
        return Transition.to(collecting(paper), effects);
    }

    private static Transition fetched(Paperwork.Check check) {
        return on(collecting(new Fetching()), new VisitEvent.DocumentFetched(Optional.of(check)));
    }

    @Test
    void onlyADocumentThatIsFitIsPrinted() {
        assertThat(fetched(new Paperwork.Fit(JOB)))
                .isEqualTo(to(new Printing(What.DOCUMENT, 0, Optional.empty()), new Effect.PrintPages(ID, JOB)));
        assertThat(fetched(new Paperwork.Unfit("not-a-pdf")))
                .isEqualTo(to(new Failed(What.DOCUMENT, Optional.empty(), true)));
    }

    @Test
    void aDocumentThatIsNotIssuedYetLeavesAClaim() {
        assertThat(on(collecting(new Fetching()), new VisitEvent.DocumentFetched(Optional.empty())))
                .isEqualTo(to(new Printing(What.RECEIPT, 0, Optional.empty()), RECEIPT));
    }

    @Test
    void aFetchThatFailsByABugMayBeTriedAgain() {
        Failed failed = new Failed(What.DOCUMENT, Optional.empty(), true);
        assertThat(on(collecting(new Fetching()), new VisitEvent.EffectFailed(FETCH)))
                .isEqualTo(to(failed));
        assertThat(on(collecting(failed), new VisitEvent.PrintAgain())).isEqualTo(to(new Fetching(), FETCH));
    }

    private static Transition pages(What what, PagePrinter.Outcome outcome) {
        return on(printing(what), new VisitEvent.PagesPrinted(outcome));
    }

    @Test
    void everyOutcomeOfThePagePrinterIsToldAsItIs() {
        assertThat(pages(What.DOCUMENT, new Printed(2)))
                .isEqualTo(to(new Out(What.DOCUMENT), new Effect.MarkCollected(ID)));
        assertThat(pages(What.DOCUMENT, new NotPrinted(JAM)))
                .isEqualTo(to(new Failed(What.DOCUMENT, Optional.of(JAM), true, Claim.COMING), CLAIM));
        assertThat(pages(What.DOCUMENT, new Uncertain(JAM)))
                .isEqualTo(to(new Failed(What.DOCUMENT, Optional.of(JAM), false, Claim.COMING), CLAIM));
        assertThat(pages(What.RECEIPT_PAGE, new Printed(1))).isEqualTo(to(new Out(What.RECEIPT_PAGE)));
        assertThat(pages(What.RECEIPT_PAGE, new NotPrinted(JAM)))
                .isEqualTo(to(new Failed(What.RECEIPT_PAGE, Optional.of(JAM), true)));
        assertThat(pages(What.RECEIPT_PAGE, new Uncertain(JAM)))
                .isEqualTo(to(new Failed(What.RECEIPT_PAGE, Optional.of(JAM), false)));
    }

    @Test
    void paperRunningOutMidDocumentIsShownUntilItIsCured() {
        Transition held = on(printing(What.DOCUMENT), new VisitEvent.PagesMoved(new PagePrinter.Held(JAM)));
        assertThat(held).isEqualTo(to(new Printing(What.DOCUMENT, 1, Optional.of(JAM))));
        assertThat(on(held.next(), new VisitEvent.PagesMoved(new PagePrinter.Sheets(2))))
                .isEqualTo(to(new Printing(What.DOCUMENT, 2, Optional.empty())));
    }

    private static Transition receipt(ReceiptPrinter.Outcome outcome, Moment moment) {
        return printing(What.RECEIPT).on(new VisitEvent.ReceiptPrinted(outcome), moment);
    }

    @Test
    void aReceiptTheRollCannotPrintComesOnAPage() {
        Transition onAPage = to(new Printing(What.RECEIPT_PAGE, 0, Optional.empty()), PAGE);
        assertThat(receipt(new ReceiptPrinter.Printed(), Moments.usual())).isEqualTo(to(new Out(What.RECEIPT)));
        assertThat(receipt(new ReceiptPrinter.NotPrinted(JAM), Moments.usual())).isEqualTo(onAPage);
        assertThat(receipt(new ReceiptPrinter.Uncertain(JAM), Moments.usual()))
                .isEqualTo(Transition.to(
                        new Collecting(SECOND, new Printing(What.RECEIPT_PAGE, 0, Optional.empty()), false),
                        new Effect.PrintSlipPage(SECOND.slip())));
        assertThat(SECOND.slip().copy()).isEqualTo(2);
    }

    @Test
    void withoutAnyPrinterTheNumberStaysOnTheScreenAndTheReceiptMayBeTriedAgain() {
        Transition notOut = receipt(new ReceiptPrinter.NotPrinted(JAM), WITHOUT_PAGES);
        assertThat(notOut).isEqualTo(to(new Failed(What.RECEIPT, Optional.of(JAM), true)));
        Transition perhaps = receipt(new ReceiptPrinter.Uncertain(JAM), WITHOUT_PAGES);
        assertThat(perhaps).isEqualTo(to(new Failed(What.RECEIPT, Optional.of(JAM), false)));
        for (Transition failed : List.of(notOut, perhaps)) {
            assertThat(((Collecting) failed.next()).handed().number()).isEqualTo(NUMBER);
        }
        Printing again = new Printing(What.RECEIPT, 0, Optional.empty());
        assertThat(on(notOut.next(), new VisitEvent.PrintAgain())).isEqualTo(to(again, RECEIPT));
        assertThat(on(perhaps.next(), new VisitEvent.PrintAgain()))
                .isEqualTo(Transition.to(new Collecting(SECOND, again, false), new Effect.PrintReceipt(SECOND.slip())));
    }

    @ParameterizedTest
    @EnumSource(What.class)
    void printingThatFailsByABugIsUncertain(What what) {
        Effect effect = switch (what) {
            case RECEIPT -> RECEIPT;
            case RECEIPT_PAGE -> PAGE;
            case DOCUMENT -> new Effect.PrintPages(ID, JOB);
        };
        assertThat(on(printing(what), new VisitEvent.EffectFailed(effect)))
                .isEqualTo(to(new Failed(what, Optional.empty(), false)));
    }

    @Test
    void nothingIsSkippedWhilePaperIsOnItsWay() {
        for (Collecting.Paper paper : List.of(new Fetching(), new Printing(What.DOCUMENT, 0, Optional.empty()))) {
            Collecting busy = collecting(paper);
            assertThat(busy.busy()).isTrue();
            for (VisitEvent touch :
                    List.of(new VisitEvent.Quit(), new VisitEvent.Taken(), new VisitEvent.PrintAgain())) {
                assertThat(on(busy, touch)).isEqualTo(Transition.to(busy));
            }
        }
        assertThat(collecting(new Out(What.RECEIPT)).busy()).isFalse();
    }

    @Test
    void thePaperTakenTheServiceIsRatedOnceForEachMatter() {
        RatingService rating = new RatingService(People.zhang(), ID, Items.PROOF);
        assertThat(on(collecting(new Out(What.RECEIPT)), new VisitEvent.Taken()))
                .isEqualTo(Transition.to(rating));
        assertThat(on(collecting(new Out(What.RECEIPT)), new VisitEvent.PatienceEnded()))
                .isEqualTo(Transition.to(rating, new Effect.PaperLeft(ID)));
        assertThat(collecting(new Out(What.RECEIPT)).standing())
                .containsExactly(new Effect.Announce(Announcer.Left.PAPER));
        assertThat(collecting(new Fetching()).standing()).isEmpty();
        Collecting earlier = new Collecting(handed(), new Out(What.DOCUMENT), true);
        assertThat(on(earlier, new VisitEvent.Taken())).isEqualTo(Transition.to(new Finishing(People.zhang())));
    }

    @Test
    void aRatingIsOneToFiveStarsAndFewNeedAReason() {
        RatingService step = new RatingService(People.zhang(), ID, Items.PROOF);
        Rating bad = new Rating(Moments.FRESH, ID, 1, List.of("slow"), TurnedClock.MORNING);
        assertThat(on(step, new VisitEvent.RatingGiven(1, List.of("slow"))))
                .isEqualTo(Transition.to(new Finishing(People.zhang()), new Effect.Rate(bad)));
        for (int stars : List.of(0, 1, 2, 6)) {
            assertThat(on(step, new VisitEvent.RatingGiven(stars, List.of()))).isEqualTo(Transition.to(step));
        }
        assertThat(on(step, new VisitEvent.RatingSkipped())).isEqualTo(Transition.to(new Finishing(People.zhang())));
    }

    @Test
    void anotherMatterBeginsAtHome() {
        Transition home = Transition.to(
                new ChoosingItem(People.zhang(), List.of(), Optional.empty()),
                new Effect.FindCollectables(PaperPlatform.SESSION));
        VisitEvent another = new VisitEvent.AnotherMatter();
        assertThat(on(new Finishing(People.zhang()), another)).isEqualTo(home);
        assertThat(on(NotDone.of(Matters.payment(), NotDone.Why.NOT_PAID), another))
                .isEqualTo(home);
    }

    @Test
    void theSlipTellsWhatIsKnownAndNoMoreOfThePersonThanAMask() {
        assertThat(handed().slip())
                .isEqualTo(new Slip(
                        ID,
                        NUMBER,
                        Optional.of(MemoryOutbox.receipt().caseNumber()),
                        Items.PROOF.title(),
                        "张**",
                        LocalDateTime.of(2026, 11, 22, 9, 0),
                        Items.PROOF.result().next(),
                        MemoryOutbox.receipt().due(),
                        Optional.empty(),
                        true,
                        false,
                        1,
                        Optional.empty()));
        Handed paid = new Handed(Matters.payment(), NUMBER, Optional.empty(), TurnedClock.MORNING);
        assertThat(paid.slip().paidInFen()).contains(20_000L);
        assertThat(paid.slip().claim()).isFalse();
    }
}
