package kiosk.desktop.technician;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.technician.board.Board;
import kiosk.desktop.technician.board.DevicePage;
import kiosk.desktop.technician.report.Found;
import kiosk.desktop.technician.report.ReportPane;
import kiosk.desktop.technician.test.TestPane;
import kiosk.desktop.technician.test.TestRows;
import kiosk.desktop.technician.test.TestRun;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.diagnosis.Diagnosis;
import kiosk.diagnosis.Findings;
import kiosk.diagnosis.Survey;
import kiosk.upkeep.Subject;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.VisitEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** What a technician sees and does: the board of devices with what is probably wrong, guided tests, the queue, what runs here. */
public final class Maintenance implements Screen<UnderMaintenance> {
    private final Desk desk;
    private final Workshop workshop;
    private final long end;
    private final TestStand stand;
    private final QueueLook look;
    private final QueueRows queue;
    private final Instant begun;
    private final Map<DeviceKind, Health> before;
    private @Nullable ReportPane report;
    private Place open = Place.DEVICES;
    private Optional<DeviceKind> device = Optional.empty();
    private Optional<Survey> survey = Optional.empty();

    /** What is looked at. */
    private enum Place {
        DEVICES,
        TESTS,
        QUEUE,
        REPORT,
        VERSIONS
    }

    /** The screen of a terminal under maintenance; it begins to look for what is wrong at once. */
    public Maintenance(Desk desk, Workshop workshop) {
        this.desk = desk;
        this.workshop = workshop;
        this.end = System.nanoTime() + workshop.session().toNanos();
        this.begun = desk.clock().instant();
        this.before = workshop.healths().get();
        this.stand = new TestStand(desk, workshop);
        this.look = new QueueLook(workshop.outbox(), workshop.carrying(), desk::redraw);
        this.queue = new QueueRows(desk, workshop, look);
        diagnose();
    }

    /** Looks at line and machine, which takes a while; until then no cause is named. */
    private void diagnose() {
        survey = Optional.empty();
        Bench.WORK.execute(() -> {
            try {
                Survey seen = workshop.survey().look(hop -> {});
                Platform.runLater(() -> {
                    survey = Optional.of(seen);
                    desk.redraw();
                });
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** What is probably wrong, by how the devices are now and by the line as it was last seen. */
    private Optional<List<Diagnosis>> causes() {
        return survey.map(seen -> Diagnosis.of(
                new Findings(workshop.healths().get(), workshop.attachments().get(), seen)));
    }

    @Override
    public Picture draw(UnderMaintenance visit, Surroundings surroundings) {
        Optional<TestRun> test = stand.open();
        if (test.isEmpty() && device.isEmpty() && open == Place.REPORT) {
            return leaving(report(visit.technician()));
        }
        Picture picture = test.map(this::test)
                .or(() -> device.map(it -> device(it, visit.technician())))
                .orElseGet(() -> place(visit.technician()));
        return leaving(picture);
    }

    private Picture leaving(Picture picture) {
        return picture.main(
                desk.say("technician.leave"), MaterialDesignC.CHECK, () -> desk.tell(new VisitEvent.MaintenanceLeft()));
    }

    @Override
    public void left() {
        stand.close();
        Optional.ofNullable(report).ifPresent(ReportPane::left);
    }

    private Picture test(TestRun run) {
        List<Node> left = new ArrayList<>(new TestPane(desk).asks(run));
        left.add(0, Words.aside(desk.say("technician.tests")));
        Node explanation = Parts.explanation(desk.texts().say(run.subject()), left.toArray(Node[]::new));
        String page = "technician-test-" + run.stand().asks().orElse("");
        return Picture.of(page, explanation, roll(new TestPane(desk).shows(run)))
                .back(desk.say("technician.back"), () -> {
                    stand.close();
                    desk.redraw();
                });
    }

    private Picture device(DeviceKind kind, int technician) {
        Health health = workshop.healths().get().get(kind);
        TimeBox box = new TimeBox(desk, end);
        BigButton test = BigButton.plain(
                        "device-test",
                        desk.say("technician.test"),
                        () -> stand.begin(Subject.of(kind), technician, box))
                .with(MaterialDesignM.MAGNIFY_SCAN);
        FlowPane deeds = new FlowPane(test);
        deeds.getStyleClass().add("tabs");
        if (workshop.rebinder().canBind(kind)) {
            deeds.getChildren()
                    .add(BigButton.plain("device-rebind", desk.say("place.find"), () -> stand.rebind(kind, technician))
                            .with(MaterialDesignU.USB_PORT));
        }
        Node explanation = Parts.explanation(desk.texts().say(kind), box, deeds);
        List<Node> rows = health == null
                ? List.of()
                : new DevicePage(desk).draw(health, workshop.book().life(kind));
        return Picture.of("technician-" + kind, explanation, roll(rows))
                .back(desk.say("technician.back"), () -> show(open));
    }

    private Picture report(int technician) {
        ReportPane pane = report;
        if (pane == null) {
            pane = new ReportPane(
                    desk, workshop.source(Bench.WORK, look::summary), new Found(technician, begun, before));
            report = pane;
        }
        ReportPane shown = pane;
        TimeBox box = new TimeBox(desk, end);
        if (!pane.signing()) {
            Node explanation = Parts.explanation(desk.say("technician.title"), box, tabs(), pane.deeds());
            return Picture.of("technician-report", explanation, pane.draw());
        }
        Node explanation = Parts.explanation(desk.say("report.title"), box, pane.deeds());
        return Picture.of("technician-sign", explanation, pane.draw()).back(desk.say("technician.back"), () -> {
            shown.read();
            desk.redraw();
        });
    }

    private Picture place(int technician) {
        TimeBox box = new TimeBox(desk, end);
        Node explanation = Parts.explanation(desk.say("technician.title"), box, tabs());
        List<Node> rows = switch (open) {
            case DEVICES, REPORT -> devices();
            case TESTS -> new TestRows(desk, workshop.book()).draw(it -> stand.begin(it, technician, box));
            case QUEUE -> queue.draw(technician);
            case VERSIONS ->
                workshop.versions().lines(desk.texts()).stream()
                        .map(it -> (Node) Words.body(it))
                        .toList();
        };
        return Picture.of("technician-" + open, explanation, roll(rows));
    }

    private List<Node> devices() {
        Map<DeviceKind, Health> healths = workshop.healths().get();
        Board board = new Board(desk, workshop.book());
        return board.draw(healths, causes(), kind -> {
            device = Optional.of(kind);
            desk.redraw();
        });
    }

    private Roll roll(List<Node> rows) {
        Roll roll = new Roll(Parts.rows(rows), desk.texts());
        roll.getStyleClass().add("technician");
        return roll;
    }

    private FlowPane tabs() {
        FlowPane tabs = new FlowPane();
        tabs.getStyleClass().add("tabs");
        Arrays.stream(Place.values()).map(this::tab).forEach(tabs.getChildren()::add);
        return tabs;
    }

    private BigButton tab(Place place) {
        String word = place.name().toLowerCase(java.util.Locale.ROOT);
        BigButton tab = BigButton.plain("tab-" + word, desk.say("technician." + word), () -> show(place));
        if (open == place) {
            tab.getStyleClass().add("chosen");
        }
        return tab;
    }

    /** Shows a place; on the way to the devices what may be wrong is looked for anew, unless that is under way; so is the queue. */
    private void show(Place place) {
        open = place;
        if (place == Place.DEVICES && survey.isPresent()) {
            diagnose();
        }
        if (place == Place.QUEUE || place == Place.REPORT) {
            queue.renew();
        }
        device = Optional.empty();
        desk.redraw();
    }
}
