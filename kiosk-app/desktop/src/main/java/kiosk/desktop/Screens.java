package kiosk.desktop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.form.FormScreen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.screen.AttractScreen;
import kiosk.desktop.screen.AwaitingCardScreen;
import kiosk.desktop.screen.BrowsingScreen;
import kiosk.desktop.screen.ChangingPinScreen;
import kiosk.desktop.screen.CheckingSlipScreen;
import kiosk.desktop.screen.CollectingScreen;
import kiosk.desktop.screen.EndingScreen;
import kiosk.desktop.screen.FinishingScreen;
import kiosk.desktop.screen.FollowingCasesScreen;
import kiosk.desktop.screen.HomeScreen;
import kiosk.desktop.screen.IdentifyingScreen;
import kiosk.desktop.screen.InformingScreen;
import kiosk.desktop.screen.MaterialsScreen;
import kiosk.desktop.screen.NotDoneScreen;
import kiosk.desktop.screen.PayingScreen;
import kiosk.desktop.screen.PreCheckingScreen;
import kiosk.desktop.screen.RatingScreen;
import kiosk.desktop.screen.ReviewingScreen;
import kiosk.desktop.screen.SigningScreen;
import kiosk.desktop.screen.SubmittingScreen;
import kiosk.desktop.technician.Bench;
import kiosk.desktop.technician.Maintenance;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.technician.door.DoorScreen;
import kiosk.visit.AwaitingCard;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.Browsing;
import kiosk.visit.ChangingPin;
import kiosk.visit.CheckingSlip;
import kiosk.visit.ChoosingItem;
import kiosk.visit.Collecting;
import kiosk.visit.Ending;
import kiosk.visit.FillingForm;
import kiosk.visit.Finishing;
import kiosk.visit.FollowingCases;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.Identifying;
import kiosk.visit.Idle;
import kiosk.visit.Informing;
import kiosk.visit.NotDone;
import kiosk.visit.Paying;
import kiosk.visit.PreChecking;
import kiosk.visit.RatingService;
import kiosk.visit.Reviewing;
import kiosk.visit.Signing;
import kiosk.visit.Submitting;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.Visit;
import org.jspecify.annotations.Nullable;

/** Which screen draws which step: one line a step. A screen lives while its step lasts. */
public final class Screens {
    private final Desk desk;
    private final List<Entry<?>> entries = new ArrayList<>();
    private @Nullable Class<? extends Visit> open;
    private @Nullable Painter<?> painter;

    private record Entry<V extends Visit>(Class<V> step, Function<Desk, Screen<V>> screen) {
        Painter<V> painter(Desk desk) {
            return new Painter<>(step, screen.apply(desk));
        }
    }

    /** A screen that has been opened. */
    private record Painter<V extends Visit>(Class<V> step, Screen<V> screen) {
        Picture draw(Visit visit, Surroundings surroundings) {
            return screen.draw(step.cast(visit), surroundings);
        }
    }

    /** All screens; those of maintenance show what citizens' screens do not know. */
    public Screens(Desk desk, Workshop workshop) {
        this.desk = desk;
        add(Idle.class, AttractScreen::new);
        add(Browsing.class, BrowsingScreen::new);
        add(AwaitingCard.class, AwaitingCardScreen::new);
        add(CheckingSlip.class, CheckingSlipScreen::new);
        add(Identifying.class, IdentifyingScreen::new);
        add(ChoosingItem.class, HomeScreen::new);
        add(FollowingCases.class, FollowingCasesScreen::new);
        add(ChangingPin.class, ChangingPinScreen::new);
        add(Informing.class, InformingScreen::new);
        add(FillingForm.class, FormScreen::new);
        add(GatheringMaterials.class, MaterialsScreen::new);
        add(Signing.class, SigningScreen::new);
        add(Reviewing.class, ReviewingScreen::new);
        add(PreChecking.class, PreCheckingScreen::new);
        add(Paying.class, PayingScreen::new);
        add(Submitting.class, SubmittingScreen::new);
        add(Collecting.class, CollectingScreen::new);
        add(NotDone.class, NotDoneScreen::new);
        add(RatingService.class, RatingScreen::new);
        add(Finishing.class, FinishingScreen::new);
        add(Ending.class, EndingScreen::new);
        add(AwaitingTechnician.class, it -> new DoorScreen(it, workshop.door(Bench.WORK)));
        add(UnderMaintenance.class, it -> new Maintenance(it, workshop));
    }

    private <V extends Visit> void add(Class<V> step, Function<Desk, Screen<V>> screen) {
        entries.add(new Entry<>(step, screen));
    }

    /** The steps that have a screen. */
    List<? extends Class<? extends Visit>> steps() {
        return entries.stream().map(Entry::step).toList();
    }

    /** The step as its screen draws it. */
    public Picture draw(Visit visit, Surroundings surroundings) {
        if (painter == null || open != visit.getClass()) {
            if (painter != null) {
                painter.screen().left();
            }
            open = visit.getClass();
            painter = screenOf(visit).painter(desk);
        }
        return painter.draw(visit, surroundings);
    }

    private Entry<?> screenOf(Visit visit) {
        return entries.stream()
                .filter(it -> it.step().isInstance(visit))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "a step without a screen: " + visit.getClass().getSimpleName()));
    }
}
