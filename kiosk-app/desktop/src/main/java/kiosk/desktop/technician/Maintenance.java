package kiosk.desktop.technician;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.visit.UnderMaintenance;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What a technician sees and does: the devices with a test for each, the queue, what runs here. */
public final class Maintenance implements Screen<UnderMaintenance> {
    private final Desk desk;
    private final Workshop workshop;
    private final Map<DeviceKind, String> results = new EnumMap<>(DeviceKind.class);
    private final long end;
    private Page open = Page.DEVICES;

    /** What is looked at. */
    private enum Page {
        DEVICES,
        QUEUE,
        VERSIONS
    }

    /** The screen of a terminal under maintenance. */
    public Maintenance(Desk desk, Workshop workshop) {
        this.desk = desk;
        this.workshop = workshop;
        this.end = System.nanoTime() + workshop.session().toNanos();
    }

    @Override
    public Picture draw(UnderMaintenance visit, Surroundings surroundings) {
        Node explanation = Parts.explanation(desk.say("technician.title"), new TimeBox(desk, end), tabs());
        List<Node> rows = switch (open) {
            case DEVICES -> new DeviceRows(desk, workshop, results, this::test).draw();
            case QUEUE -> new QueueRows(desk, workshop.outbox()).draw();
            case VERSIONS ->
                workshop.versions().stream().map(it -> (Node) Words.body(it)).toList();
        };
        Roll roll = new Roll(Parts.rows(rows), desk.texts());
        roll.getStyleClass().add("technician");
        return Picture.of("technician-" + open, explanation, roll)
                .main(
                        desk.say("technician.leave"),
                        MaterialDesignC.CHECK,
                        () -> desk.tell(new VisitEvent.MaintenanceLeft()));
    }

    private HBox tabs() {
        return Parts.row(tab(Page.DEVICES, "devices"), tab(Page.QUEUE, "queue"), tab(Page.VERSIONS, "versions"));
    }

    private BigButton tab(Page page, String word) {
        BigButton tab = BigButton.plain("tab-" + word, desk.say("technician." + word), () -> {
            open = page;
            desk.redraw();
        });
        tab.setMaxWidth(Double.MAX_VALUE);
        if (open == page) {
            tab.getStyleClass().add("chosen");
        }
        return tab;
    }

    private void test(DeviceKind kind) {
        results.put(kind, desk.say("technician.testing"));
        desk.redraw();
        DeviceTest test = new DeviceTest(workshop.devices(), desk.clock());
        Bench.WORK.execute(() -> {
            String outcome = outcome(test, kind);
            Platform.runLater(() -> {
                results.put(kind, outcome);
                desk.redraw();
            });
        });
    }

    private static String outcome(DeviceTest test, DeviceKind kind) {
        try {
            return test.of(kind);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
