package kiosk.desktop.technician;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import kiosk.desktop.Desk;
import kiosk.desktop.technician.place.Rebinding;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.desktop.technician.test.TestRun;
import kiosk.desktop.technician.test.TestShelf;
import kiosk.desktop.technician.test.TouchPane;
import kiosk.device.DeviceKind;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.upkeep.Subject;
import kiosk.upkeep.TestRecord;

/** The one test under way: begun, broken off, and recorded with its day and the technician however it ends. */
final class TestStand {
    private static final Duration LOOK = Duration.ofMillis(500);

    private final Desk desk;
    private final Workshop workshop;
    private final TestShelf shelf;
    private Optional<TestRun> open = Optional.empty();
    private Runnable uncover = () -> {};
    private final AtomicBoolean asked = new AtomicBoolean();

    TestStand(Desk desk, Workshop workshop) {
        this.desk = desk;
        this.workshop = workshop;
        this.shelf = new TestShelf(workshop.devices(), workshop.survey(), desk.clock());
    }

    /** The test that is shown, under way or ended. */
    Optional<TestRun> open() {
        return open;
    }

    /** Begins a test; {@code anchor} is any node on the screen, which that of the touch screen covers whole. */
    void begin(Subject subject, int technician, Node anchor) {
        if (subject == Subject.TOUCH_SCREEN) {
            cover(anchor.getScene(), technician);
            return;
        }
        open = Optional.of(TestRun.begin(
                subject, shelf.of(subject), this::redrawSoon, finding -> record(subject, technician, finding)));
        desk.redraw();
    }

    /** Looks for a device at another port. */
    void rebind(DeviceKind kind, int technician) {
        open = Optional.of(TestRun.begin(
                Subject.of(kind),
                new Rebinding(kind, workshop.rebinder(), LOOK),
                this::redrawSoon,
                finding -> workshop.journal()
                        .note(
                                Occurrence.DEVICE_REBOUND,
                                new Journal.Technician(technician),
                                new Journal.Which(kind),
                                new Journal.Which(finding.verdict()))));
        desk.redraw();
    }

    private void cover(Scene scene, int technician) {
        if (scene.getRoot() instanceof Pane root) {
            TouchPane pane = new TouchPane(scene.getWidth(), scene.getHeight(), desk.texts(), finding -> {
                record(Subject.TOUCH_SCREEN, technician, finding);
                close();
                desk.redraw();
            });
            root.getChildren().add(pane);
            uncover = () -> {
                pane.stop();
                root.getChildren().remove(pane);
            };
        }
    }

    /** However often a test says something new, it is drawn once for each pulse. */
    private void redrawSoon() {
        if (asked.compareAndSet(false, true)) {
            Platform.runLater(() -> {
                asked.set(false);
                desk.redraw();
            });
        }
    }

    private void record(Subject subject, int technician, Finding finding) {
        workshop.book()
                .record(new TestRecord(
                        desk.clock().instant(),
                        subject,
                        finding.verdict(),
                        String.valueOf(technician),
                        finding.figures()));
        workshop.journal()
                .note(
                        Occurrence.DEVICE_TESTED,
                        new Journal.Technician(technician),
                        new Journal.Which(subject),
                        new Journal.Which(finding.verdict()));
    }

    /** Leaves the test; one under way is broken off. */
    void close() {
        open.ifPresent(TestRun::stop);
        open = Optional.empty();
        uncover.run();
        uncover = () -> {};
    }
}
