package kiosk.desktop.screen;

import javafx.scene.Node;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Words;
import kiosk.visit.UnderMaintenance;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** A technician is at work: what citizens see of it. */
public final class MaintenanceScreen implements Screen<UnderMaintenance> {
    private final Desk desk;

    /** The screen of a terminal under maintenance. */
    public MaintenanceScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(UnderMaintenance visit, Surroundings surroundings) {
        Node explanation = Parts.explanation(desk.say("maintenance.title"), Words.body(desk.say("maintenance.what")));
        return Picture.of(
                "maintenance", explanation, Parts.work(Parts.emblem(Icons.huge(MaterialDesignT.TOOLS), "icon-amber")));
    }
}
