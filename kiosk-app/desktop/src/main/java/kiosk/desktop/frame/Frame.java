package kiosk.desktop.frame;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Texts;
import kiosk.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What every screen stands in: header, step bar, the screen's own picture, the time left, the bar at the foot; over them the panels,
 * the warning before silence ends the step, and for a moment after each new page a shield that catches touches meant for the last.
 */
public final class Frame extends StackPane {
    private static final Duration SHIELDED = Duration.millis(300);

    private final Clock clock;
    private final Texts texts;
    private final Look look;
    private final HeaderBar header;
    private final StepBar steps;
    private final StackPane sheet = new StackPane();
    private final TimeLeft timeLeft;
    private final ActionBar actions = new ActionBar();
    private final Panels panels;
    private final Warning warning;
    private final Pane shield = new Pane();
    private final PauseTransition shielding = new PauseTransition(SHIELDED);
    private @Nullable Object page;
    private boolean timeBoxed;

    /**
     * By which the time left is told.
     *
     * @param warning how long before its end a step warns
     */
    public record TimeKeeping(Clock clock, java.time.Duration warning) {}

    /** What a citizen does to the frame itself. */
    public interface Visitor {
        /** The citizen is still there. */
        void stillHere();

        /** The citizen goes. */
        void goes();

        /** The name of the place was touched, where there is nothing to touch. */
        void knocks();
    }

    /** A frame that shows nothing yet. */
    public Frame(Place place, Texts texts, Look look, TimeKeeping time, Visitor visitor) {
        this.clock = time.clock();
        timeLeft = new TimeLeft(time.warning());
        panels = new Panels(place, texts, look);
        this.texts = texts;
        this.look = look;
        sheet.getStyleClass().add("sheet");
        sheet.setMinHeight(0);
        sheet.setPrefHeight(0);
        header = new HeaderBar(place, texts, clock, panels, visitor::knocks);
        steps = new StepBar(texts);
        warning = new Warning(texts, visitor::stillHere, visitor::goes);
        shield.setId("touch-shield");
        shield.setVisible(false);
        shielding.setOnFinished(over -> shield.setVisible(false));
        setId("frame");
        VBox bars = new VBox(header, steps, sheet, timeLeft, actions);
        VBox.setVgrow(sheet, Priority.ALWAYS);
        getChildren().addAll(bars, panels, warning, shield);
        look.dress(this);
    }

    /** Shows a step. */
    public void show(Visit visit, Picture picture, Optional<Instant> deadline) {
        timeBoxed = visit.timeBoxed();
        warning.saying(visit.draft().isPresent() ? "warning.what-kept" : "warning.what");
        steps.show(Steps.of(visit));
        sheet.getChildren().setAll(new Roll(new Sheet(look, picture.explanation(), picture.work()), texts).filling());
        actions.show(picture);
        until(deadline);
        if (!Objects.equals(page, picture.page())) {
            page = picture.page();
            panels.close();
            shieldForAMoment();
        }
    }

    /** The same picture has another deadline. */
    public void until(Optional<Instant> deadline) {
        timeLeft.until(deadline, clock);
        tick();
    }

    private void shieldForAMoment() {
        shield.setVisible(true);
        shielding.playFromStart();
    }

    /** Brings what depends on the time up to date; called a few times a second. */
    public void tick() {
        header.tick();
        timeLeft.tick(clock).filter(left -> !timeBoxed).ifPresentOrElse(warning::show, warning::hide);
    }

    /** Shuts whatever is open over the screen. */
    public void closePanels() {
        panels.close();
    }

    /** Whether the citizen is asked if they are still there. */
    public boolean warns() {
        return warning.isVisible();
    }
}
