package kiosk.visit.runner;

import java.util.List;
import java.util.function.Predicate;
import kiosk.catalogue.ServiceItem;
import kiosk.device.DocumentScanner;
import kiosk.identity.IdCard;
import kiosk.platform.Collectable;
import kiosk.platform.Order;
import kiosk.submission.Signature;
import kiosk.twin.People;
import kiosk.visit.AwaitingCard;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.Finishing;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Paying;
import kiosk.visit.RatingService;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;

/** A citizen before a whole terminal in memory; each sentence waits until the screen that should follow is there. */
final class VisitingCitizen implements AutoCloseable {
    final Counterpart world;
    final Audience screen = new Audience();
    private final VisitRunner runner;

    private VisitingCitizen(Counterpart world) {
        this.world = world;
        this.runner = new VisitRunner(world.setting(), screen);
    }

    static VisitingCitizen atATerminal() throws InterruptedException {
        return at(new Counterpart());
    }

    static VisitingCitizen at(Counterpart world) throws InterruptedException {
        VisitingCitizen citizen = new VisitingCitizen(world);
        citizen.runner.start();
        citizen.screen.sees(Idle.class);
        return citizen;
    }

    VisitingCitizen touch(VisitEvent event, Class<? extends Visit> next) throws InterruptedException {
        return touch(event, next, any -> true);
    }

    <V extends Visit> VisitingCitizen touch(VisitEvent event, Class<V> next, Predicate<V> as)
            throws InterruptedException {
        runner.touch(screen.last(), event);
        screen.sees(next, as);
        return this;
    }

    VisitingCitizen laysCard() throws InterruptedException {
        return lays(People.zhangsCard());
    }

    VisitingCitizen lays(IdCard card) throws InterruptedException {
        world.cards.lay(card);
        screen.sees(ChoosingItem.class);
        return this;
    }

    /** Lifts the card; the reader is ready for the next one when the terminal has seen that it is gone. */
    VisitingCitizen lifts() throws InterruptedException {
        int before = world.cards.reads();
        world.cards.lift();
        if (!world.cards.askedTimes(before + 1)) {
            throw new AssertionError("nobody listens for the next card");
        }
        return this;
    }

    VisitingCitizen isToldToLayItAgain() throws InterruptedException {
        screen.sees(AwaitingCard.class, it -> it.setback().isPresent());
        return this;
    }

    VisitingCitizen chooses(ServiceItem item) throws InterruptedException {
        touch(new VisitEvent.ItemChosen(item), Informing.class);
        return touch(new VisitEvent.Agreed(), FillingForm.class);
    }

    VisitingCitizen isRefused(ServiceItem item) throws InterruptedException {
        return touch(
                new VisitEvent.ItemChosen(item),
                ChoosingItem.class,
                it -> it.refused().isPresent());
    }

    VisitingCitizen seesFilled(String field, String value) throws InterruptedException {
        screen.sees(FillingForm.class, it -> it.matter().form().value(field).equals(value));
        return this;
    }

    VisitingCitizen fills(String field, String value) throws InterruptedException {
        return touch(
                new VisitEvent.FieldFilled(field, value),
                FillingForm.class,
                it -> it.matter().form().value(field).equals(value));
    }

    VisitingCitizen isDoneWithTheForm() throws InterruptedException {
        runner.touch(screen.last(), new VisitEvent.FormDone());
        screen.waitFor(it -> !(it.visit() instanceof FillingForm), "the step after the form");
        return this;
    }

    VisitingCitizen scans(String material) throws InterruptedException {
        runner.touch(screen.last(), new VisitEvent.ScanAsked(material));
        screen.sees(GatheringMaterials.class, it -> it.scanning().isPresent());
        world.feeder.laySheet();
        screen.sees(
                GatheringMaterials.class, it -> !it.matter().pagesOf(material).isEmpty());
        return this;
    }

    VisitingCitizen triesToScan(String material, DocumentScanner.Outcome outcome) throws InterruptedException {
        world.feeder.willEnd(outcome);
        return touch(
                new VisitEvent.ScanAsked(material),
                GatheringMaterials.class,
                it -> it.trouble().isPresent());
    }

    VisitingCitizen takesFromFile(String material) throws InterruptedException {
        screen.sees(GatheringMaterials.class, it -> it.onFile().containsKey(material));
        return touch(
                new VisitEvent.CertificateChosen(material, "C-1"),
                GatheringMaterials.class,
                it -> it.matter().supplied(material).isPresent());
    }

    VisitingCitizen hasAllPapers() throws InterruptedException {
        return touch(new VisitEvent.MaterialsDone(), Signing.class);
    }

    VisitingCitizen signs() throws InterruptedException {
        return touch(new VisitEvent.Signed(new Signature(new byte[] {7})), Reviewing.class);
    }

    VisitingCitizen confirms() throws InterruptedException {
        runner.touch(screen.last(), new VisitEvent.Confirmed());
        return this;
    }

    VisitingCitizen seesTheCode() throws InterruptedException {
        screen.sees(Paying.class, it -> it.order().isPresent());
        return this;
    }

    VisitingCitizen theOrderBecomes(Order.State state) {
        world.platform.orderBecomes(state);
        return this;
    }

    VisitingCitizen sees(Collecting.Paper paper) throws InterruptedException {
        screen.sees(Collecting.class, it -> it.paper().equals(paper));
        return this;
    }

    VisitingCitizen seesOut(Collecting.What what) throws InterruptedException {
        return sees(new Collecting.Out(what));
    }

    VisitingCitizen triesAgain() throws InterruptedException {
        int before = screen.pictures();
        runner.touch(screen.last(), new VisitEvent.PrintAgain());
        screen.waitFor(
                it -> screen.pictures() > before + 1 && it.visit() instanceof Collecting next && !next.busy(),
                "another try");
        return this;
    }

    VisitingCitizen triesAgainInVain() throws InterruptedException {
        int before = screen.pictures();
        runner.touch(screen.last(), new VisitEvent.PrintAgain());
        screen.waitForMoreThan(before);
        return this;
    }

    VisitingCitizen takesIt() throws InterruptedException {
        return touch(new VisitEvent.Taken(), RatingService.class);
    }

    VisitingCitizen choosesDocument(Collectable document) throws InterruptedException {
        return touch(new VisitEvent.DocumentChosen(document), Collecting.class);
    }

    VisitingCitizen takesTheLateDocument() throws InterruptedException {
        return touch(new VisitEvent.Taken(), Finishing.class);
    }

    VisitingCitizen rates(int stars) throws InterruptedException {
        return touch(new VisitEvent.RatingGiven(stars, List.of()), Finishing.class);
    }

    VisitingCitizen ratesNothing() throws InterruptedException {
        return touch(new VisitEvent.RatingSkipped(), Finishing.class);
    }

    VisitingCitizen isTold(NotDone.Why why) throws InterruptedException {
        screen.sees(NotDone.class, it -> it.why() == why);
        return this;
    }

    VisitingCitizen seesTheFormAgain() throws InterruptedException {
        screen.sees(FillingForm.class, it -> !it.problems().isEmpty());
        return this;
    }

    VisitingCitizen goesBackToTheForm() throws InterruptedException {
        return touch(new VisitEvent.FormAgain(), FillingForm.class);
    }

    /** Goes; the terminal is stopped, so that all that was on its way to disk is there. */
    void goesAsTheLast() throws InterruptedException {
        goes();
        close();
    }

    /** Goes, and takes the card when it is asked for. */
    VisitingCitizen goes() throws InterruptedException {
        touch(new VisitEvent.Quit(), Ending.class);
        lifts();
        screen.sees(Idle.class);
        return this;
    }

    @Override
    public void close() {
        runner.close();
    }
}
