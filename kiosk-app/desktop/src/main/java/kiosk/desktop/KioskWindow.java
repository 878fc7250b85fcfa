package kiosk.desktop;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import kiosk.catalogue.Catalogue;
import kiosk.catalogue.Language;
import kiosk.desktop.frame.Frame;
import kiosk.desktop.frame.Look;
import kiosk.desktop.frame.Place;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.technician.door.Knock;
import kiosk.desktop.widget.Texts;
import kiosk.visit.Idle;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The full-screen window: draws the visit that is shown and sends touches back. It cannot be closed or left by keys. All but
 * {@link #show} is called on the FX thread.
 */
public final class KioskWindow {
    private static final Logger LOG = LoggerFactory.getLogger(KioskWindow.class);
    private static final long TELL_AGAIN_AFTER = 1500;
    private static final long STILL_HERE_EVERY = 2000;
    private static final long NOBODY_AFTER = 45_000;

    private final Texts texts = new Texts();
    private final Look look = new Look();
    private final Clock clock;
    private final Frame frame;
    private final Screens screens;
    private final AtomicReference<@Nullable Shown> arrived = new AtomicReference<>();
    private final Timeline clockwork = new Timeline(new KeyFrame(javafx.util.Duration.millis(250), tick -> tick()));
    private @Nullable Visits visits;
    private @Nullable Shown shown;
    private final Knock knock;
    private long touched;
    private boolean pressed;
    private boolean held;
    private long told;
    private long heard;

    /**
     * What a window needs to know.
     *
     * @param codes draws a text as a QR code
     * @param workshop what a technician works on
     * @param warning how long before its end a step warns
     */
    public record Setting(
            Catalogue catalogue,
            Place place,
            Function<String, boolean[][]> codes,
            Workshop workshop,
            Duration warning,
            Clock clock) {}

    /** A window that shows nothing until {@link #open}. */
    public KioskWindow(Setting setting) {
        clock = setting.clock();
        knock = new Knock(clock);
        Hand hand = new Hand();
        frame = new Frame(setting.place(), texts, look, new Frame.TimeKeeping(clock, setting.warning()), hand);
        Desk desk = new Desk(texts, setting.catalogue(), look, setting.place(), setting.codes(), clock, hand);
        screens = new Screens(desk, setting.workshop());
        texts.languageProperty().addListener((spoken, before, now) -> draw());
    }

    private final class Hand implements Frame.Visitor, Desk.Finger {
        @Override
        public void stillHere() {
            KioskWindow.this.stillHere();
        }

        @Override
        public void goes() {
            KioskWindow.this.tell(new VisitEvent.Quit());
        }

        @Override
        public void knocks() {
            if (shown != null) {
                knock.touch(shown.visit());
                comeIn();
            }
        }

        @Override
        public void tell(VisitEvent... events) {
            KioskWindow.this.tell(events);
        }

        @Override
        public void redraw() {
            draw();
        }
    }

    private boolean isIdle() {
        return shown != null && shown.visit() instanceof Idle;
    }

    /** How things look; tests and the rehearsal set it without touching. */
    public Look look() {
        return look;
    }

    /** The words of the screens. */
    public Texts texts() {
        return texts;
    }

    /** Fills the primary screen with this window and sends touches to {@code served}. */
    public void open(Stage stage, Visits served) {
        visits = served;
        Rectangle2D bounds = javafx.stage.Screen.getPrimary().getBounds();
        look.show(bounds.getWidth() > bounds.getHeight() ? Look.Shape.LANDSCAPE : Look.Shape.PORTRAIT);
        Scene scene = new Scene(frame, bounds.getWidth(), bounds.getHeight());
        scene.addEventFilter(KeyEvent.ANY, KeyEvent::consume);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, touch -> press());
        scene.addEventFilter(MouseEvent.MOUSE_RELEASED, touch -> release());
        if (!stage.isShowing()) {
            stage.initStyle(StageStyle.UNDECORATED);
        }
        Platform.setImplicitExit(false);
        stage.setOnCloseRequest(javafx.event.Event::consume);
        stage.setScene(scene);
        stage.setX(bounds.getMinX());
        stage.setY(bounds.getMinY());
        stage.setWidth(bounds.getWidth());
        stage.setHeight(bounds.getHeight());
        stage.show();
        clockwork.setCycleCount(Animation.INDEFINITE);
        clockwork.play();
    }

    /** Shows a visit; may be called from any thread, and only the last of several is drawn. */
    public void show(Shown next) {
        if (arrived.getAndSet(next) == null) {
            Platform.runLater(this::take);
        }
    }

    private void take() {
        Shown next = arrived.getAndSet(null);
        if (next == null) {
            return;
        }
        Shown before = shown;
        shown = next;
        told = 0;
        if (before == null || before.serial() != next.serial()) {
            asTheNextShouldFindIt();
        }
        boolean same = before != null && next.isDrawnAs(before);
        boolean otherStep =
                before == null || before.visit().getClass() != next.visit().getClass();
        held |= !same && pressed && !otherStep;
        if (same || held) {
            frame.until(next.deadline());
        } else {
            draw();
        }
        comeIn();
    }

    private void comeIn() {
        if (shown != null && knock.opens(shown.visit())) {
            tell(new VisitEvent.MaintenanceAsked());
        }
    }

    /** A step that cannot be drawn ends: the picture before it must not stay as if it were this one. */
    private void draw() {
        held = false;
        if (shown != null) {
            try {
                frame.show(shown.visit(), screens.draw(shown.visit(), shown.surroundings()), shown.deadline());
            } catch (RuntimeException undrawable) {
                LOG.error(
                        "the step {} cannot be drawn", shown.visit().getClass().getSimpleName(), undrawable);
                told = 0;
                tell(new VisitEvent.Quit());
            }
        }
    }

    /** While a finger is down nothing is exchanged under it, unless the step itself changes. */
    private void press() {
        pressed = true;
        touched = clock.millis();
        if (!frame.warns() && clock.millis() - heard > STILL_HERE_EVERY) {
            stillHere();
        }
    }

    private void release() {
        pressed = false;
        if (held) {
            Platform.runLater(this::draw);
        }
    }

    private void stillHere() {
        heard = clock.millis();
        if (visits != null && shown != null) {
            visits.stillHere(shown);
        }
    }

    private void tell(VisitEvent... events) {
        boolean again = told != 0 && clock.millis() - told < TELL_AGAIN_AFTER;
        if (!again && visits != null && shown != null) {
            told = clock.millis();
            for (VisitEvent event : events) {
                visits.touch(shown, event);
            }
        }
    }

    private void tick() {
        frame.tick();
        if (isIdle() && touched != 0 && clock.millis() - touched > NOBODY_AFTER) {
            asTheNextShouldFindIt();
        }
    }

    private void asTheNextShouldFindIt() {
        touched = 0;
        frame.closePanels();
        texts.speak(Language.ZH_CN);
        look.usual();
    }
}
