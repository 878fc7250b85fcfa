package kiosk.visit.runner;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import kiosk.catalogue.Department;
import kiosk.catalogue.Surroundings;
import kiosk.device.DeviceKind;
import kiosk.identity.Evidence;
import kiosk.identity.IdCard;
import kiosk.platform.Answer;
import kiosk.twin.Items;
import kiosk.twin.ListJournal;
import kiosk.twin.People;
import kiosk.twin.TurnedClock;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Effect;
import kiosk.visit.FillingForm;
import kiosk.visit.Identifying;
import kiosk.visit.Informing;
import kiosk.visit.Paying;
import kiosk.visit.Reviewing;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;

/** A runner whose effects, clock and screen are in the test's hands. */
final class Bench implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(90);
    static final Patience SHORT = new Patience(
            Map.of("FillingForm", Duration.ofMinutes(3)),
            PATIENCE,
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2),
            Duration.ofSeconds(2));

    final Puppet puppet = new Puppet();
    final Audience audience = new Audience();
    final ListJournal journal = new ListJournal();
    final TurnedClock clock = TurnedClock.standing();
    final List<Throwable> reported = new CopyOnWriteArrayList<>();
    final VisitRunner runner;
    private final Thread.UncaughtExceptionHandler handlerBefore = Thread.getDefaultUncaughtExceptionHandler();

    Bench() {
        Thread.setDefaultUncaughtExceptionHandler((thread, bug) -> reported.add(bug));
        Surroundings well = new Surroundings(Set.of(DeviceKind.values()), Set.of(Department.values()), true);
        runner = new VisitRunner(
                new VisitRunner.Setting(puppet, SHORT, Items.CATALOGUE, () -> well, journal, clock), audience);
        runner.start();
    }

    /** Touches what is shown now. */
    void touch(VisitEvent event) {
        runner.touch(audience.last(), event);
    }

    /** Touches, and waits for the step that should follow. */
    <V extends Visit> Shown touch(VisitEvent event, Class<V> next) throws InterruptedException {
        touch(event);
        return audience.sees(next);
    }

    <V extends Visit> Shown touch(VisitEvent event, Class<V> next, Predicate<V> as) throws InterruptedException {
        touch(event);
        return audience.sees(next, as);
    }

    /** When it returns, everything asked before it has been dealt with. */
    void settle() throws InterruptedException {
        int before = audience.pictures();
        runner.surroundingsChanged();
        audience.waitForMoreThan(before);
    }

    Puppet.Call laysCard(IdCard card) throws InterruptedException {
        puppet.next(Effect.ListenForCard.class).answers(new VisitEvent.CardLaid(new Evidence.ByIdCard(card)));
        Puppet.Call asked = puppet.next(Effect.Identify.class);
        audience.sees(Identifying.class);
        return asked;
    }

    /** Zhang comes in while the platform is silent. */
    void zhangComesIn() throws InterruptedException {
        laysCard(People.zhangsCard()).answers(new VisitEvent.Identified(new Answer.Unreachable<>()));
        audience.sees(ChoosingItem.class);
    }

    /** Zhang comes in while the platform answers; it is still looking for documents that wait. */
    Puppet.Call zhangComesInOnline() throws InterruptedException {
        laysCard(People.zhangsCard()).answers(new VisitEvent.Identified(new Answer.Answered<>(People.zhang())));
        audience.sees(ChoosingItem.class);
        return puppet.next(Effect.FindCollectables.class);
    }

    /** From the home page to the payment, where the order is being made. */
    Puppet.Call wantsToPay() throws InterruptedException {
        touch(new VisitEvent.ItemChosen(Items.FEE), Informing.class);
        touch(new VisitEvent.Agreed(), FillingForm.class);
        touch(new VisitEvent.FieldFilled("grade", "low"));
        touch(new VisitEvent.FormDone(), Reviewing.class);
        touch(new VisitEvent.Confirmed(), Paying.class);
        return puppet.next(Effect.MakeOrder.class);
    }

    @Override
    public void close() {
        puppet.letGo();
        runner.close();
        Thread.setDefaultUncaughtExceptionHandler(handlerBefore);
    }
}
