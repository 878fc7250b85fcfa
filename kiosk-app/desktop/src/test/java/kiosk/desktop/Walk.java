package kiosk.desktop;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.entry.InputLine;
import kiosk.desktop.technician.Workshop;
import kiosk.desktop.widget.Motion;
import kiosk.submission.SubmissionId;
import kiosk.visit.Effect;
import kiosk.visit.Idle;
import kiosk.visit.Moment;
import kiosk.visit.Transition;
import kiosk.visit.Visit;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;

final class Walk implements Visits {
    final List<VisitEvent> touches = new ArrayList<>();
    final List<Effect> asked = new ArrayList<>();
    final AtomicReference<Instant> now = new AtomicReference<>(Samples.CLOCK.instant());
    int stillHere;

    private final Stage stage;
    private final KioskWindow window;
    private Surroundings around = Samples.FINE;
    private Visit visit = new Idle();
    private long serial = 1;
    private Optional<Instant> deadline = Optional.empty();

    private Walk(Stage stage, KioskWindow window) {
        this.stage = stage;
        this.window = window;
    }

    static Walk begins(Workshop workshop) {
        Studio.open();
        AtomicReference<Walk> walk = new AtomicReference<>();
        Clock clock = new MovingClock(() ->
                walk.get() == null ? Samples.CLOCK.instant() : walk.get().now.get());
        walk.set(Studio.on(() -> {
            KioskWindow window = new KioskWindow(new KioskWindow.Setting(
                    Samples.CATALOGUE, Samples.PLACE, Samples::code, workshop, Duration.ofSeconds(30), clock));
            window.look().show(Motion.NONE);
            Stage stage = new Stage();
            Walk made = new Walk(stage, window);
            window.open(stage, made);
            return made;
        }));
        walk.get().show();
        return walk.get();
    }

    void ends() {
        Studio.on(() -> {
            stage.hide();
            return true;
        });
    }

    KioskWindow window() {
        return window;
    }

    Stage stage() {
        return stage;
    }

    Scene scene() {
        return stage.getScene();
    }

    Visit visit() {
        return visit;
    }

    Walk around(Surroundings changed) {
        around = changed;
        show();
        return this;
    }

    Walk happens(VisitEvent event) {
        return at(next(event));
    }

    private Visit next(VisitEvent event) {
        SubmissionId fresh = SubmissionId.create(Samples.CLOCK);
        LocalDate today = LocalDate.of(2026, 11, 22);
        Transition transition = visit.on(event, new Moment(now.get(), today, Samples.CATALOGUE, around, fresh));
        asked.addAll(transition.effects());
        return transition.next();
    }

    Walk at(Visit step) {
        boolean left = step instanceof Idle && !(visit instanceof Idle);
        visit = step;
        serial += left ? 1 : 0;
        deadline =
                step instanceof Idle ? Optional.empty() : Optional.of(now.get().plusSeconds(90));
        show();
        return this;
    }

    private void show() {
        window.show(new Shown(serial, visit, deadline, around));
        Studio.settle();
    }

    @Override
    public void touch(Shown seen, VisitEvent event) {
        touches.add(event);
        if (seen.serial() == serial && seen.visit().getClass() == visit.getClass()) {
            Visit next = next(event);
            serial += next instanceof Idle && !(visit instanceof Idle) ? 1 : 0;
            visit = next;
            window.show(new Shown(serial, visit, deadline, around));
        }
    }

    @Override
    public void stillHere(Shown seen) {
        stillHere++;
        deadline = Optional.of(now.get().plusSeconds(90));
        window.show(new Shown(serial, visit, deadline, around));
    }

    Walk later(Duration by) {
        now.updateAndGet(it -> it.plus(by));
        until("the clock is seen", () -> true);
        return this;
    }

    Walk press(String... ids) {
        for (String id : ids) {
            until("#" + id + " to be seen", () -> Studio.on(() -> place(id)).isPresent());
            Point2D place = Studio.on(() -> place(id)).orElseThrow();
            Studio.on(() -> {
                Robot robot = new Robot();
                robot.mouseMove(place);
                robot.mousePress(MouseButton.PRIMARY);
                robot.mouseRelease(MouseButton.PRIMARY);
                return true;
            });
            Studio.settle();
        }
        return this;
    }

    Walk draw(String id) {
        until("#" + id + " to be seen", () -> Studio.on(() -> place(id)).isPresent());
        Point2D place = Studio.on(() -> place(id)).orElseThrow();
        Studio.on(() -> {
            Robot robot = new Robot();
            robot.mouseMove(place);
            robot.mousePress(MouseButton.PRIMARY);
            for (int i = 0; i < 12; i++) {
                robot.mouseMove(place.add(20 * i, i % 2 == 0 ? 40 : -40));
            }
            robot.mouseRelease(MouseButton.PRIMARY);
            return true;
        });
        Studio.settle();
        return this;
    }

    boolean sees(String id) {
        return Studio.on(() -> find(id).isPresent());
    }

    String reads(String id) {
        return Studio.on(() -> find(id).map(it -> ((Label) it).getText()).orElse(""));
    }

    String typed(String id) {
        return Studio.on(() -> find(id).map(it -> ((InputLine) it).text()).orElse(""));
    }

    /** A control has its parts only once it is styled and laid out, which a pulse does later. */
    private Optional<Node> find(String id) {
        scene().getRoot().applyCss();
        scene().getRoot().layout();
        return Optional.ofNullable(search(scene().getRoot(), id));
    }

    private static Node search(Parent parent, String id) {
        for (Node each : parent.getChildrenUnmodifiable()) {
            if (each.isVisible()) {
                Node found = id.equals(each.getId()) ? each : each instanceof Parent inner ? search(inner, id) : null;
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    private Optional<Point2D> place(String id) {
        boolean covered = find("touch-shield").isPresent();
        return covered
                ? Optional.empty()
                : find(id).filter(it -> !it.isDisabled()).map(node -> {
                    Bounds bounds = node.localToScreen(node.getLayoutBounds());
                    return new Point2D(bounds.getCenterX(), bounds.getCenterY());
                });
    }

    void until(String what, BooleanSupplier holds) {
        for (int i = 0; i < 200; i++) {
            if (holds.getAsBoolean()) {
                return;
            }
            pause();
        }
        throw new AssertionError("waited in vain for " + what);
    }

    private static void pause() {
        CountDownLatch never = new CountDownLatch(1);
        try {
            if (never.await(50, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        } catch (InterruptedException impatient) {
            throw new IllegalStateException(impatient);
        }
    }
}
