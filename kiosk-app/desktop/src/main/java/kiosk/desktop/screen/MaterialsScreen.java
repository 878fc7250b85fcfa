package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import kiosk.catalogue.Material;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.DocumentScanner;
import kiosk.visit.Feed;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The papers, one after the other: an electronic certificate first, a scan second; each page is shown as it comes in. */
public final class MaterialsScreen implements Screen<GatheringMaterials> {
    private final Desk desk;
    private int at;

    /** The screen of the papers, at the first. */
    public MaterialsScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(GatheringMaterials visit, Surroundings surroundings) {
        List<Material> asked = visit.matter().materialsAsked();
        at = Math.min(at, asked.size() - 1);
        Material material = asked.get(at);
        Picture picture = visit.feed()
                .map(feed -> scanning(feed, material))
                .or(() -> visit.doubt().map(it -> new DoubtSheet(desk, it).draw()))
                .orElseGet(() -> supplying(visit, material, surroundings));
        return picture.quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Picture supplying(GatheringMaterials visit, Material material, Surroundings surroundings) {
        List<Node> said = said(visit, material);
        visit.trouble().ifPresent(it -> said.add(new Notice(Notice.Kind.MUST, trouble(it))));
        Node explanation = Parts.explanation(desk.texts().say(material.title()), said.toArray(Node[]::new));
        Picture picture = Picture.of(
                        "material-" + material.name(),
                        explanation,
                        new MaterialSheet(desk, visit, material).draw(surroundings))
                .back(desk.say("action.back"), this::back);
        boolean supplied = visit.matter().supplied(material.name()).isPresent();
        if (!supplied && material.required()) {
            return picture.mainLater(desk.say("action.next"), MaterialDesignA.ARROW_RIGHT);
        }
        boolean last = at + 1 == visit.matter().materialsAsked().size();
        String words = !supplied ? "materials.without" : last ? "materials.done" : "materials.next";
        return picture.main(
                desk.say(words), last ? MaterialDesignC.CHECK : MaterialDesignA.ARROW_RIGHT, () -> go(last));
    }

    private List<Node> said(GatheringMaterials visit, Material material) {
        int count = visit.matter().materialsAsked().size();
        List<Node> said = new ArrayList<>();
        if (count > 1) {
            said.add(Words.aside(desk.say("materials.count", at + 1, count)));
        }
        said.add(Words.body(desk.texts().say(material.hint())));
        return said;
    }

    private String trouble(DocumentScanner.Outcome outcome) {
        if (outcome instanceof DocumentScanner.Broken broken) {
            return desk.say("scan.broken", desk.texts().say(broken.fault().cause()));
        }
        return desk.say(outcome instanceof DocumentScanner.NoPaper ? "scan.no-paper" : "scan.stopped");
    }

    private Picture scanning(Feed feed, Material material) {
        Node explanation = Parts.explanation(
                desk.say("scan.title"),
                Words.body(desk.texts().say(material.title())),
                Words.aside(desk.say("scan.what")));
        Node work = Parts.work(
                Parts.drawing(kiosk.desktop.widget.DeviceDrawing.What.SCANNER, kiosk.desktop.widget.Motion.NONE),
                Words.heading(progress(feed.progress())),
                Parts.progress(feed.progress()),
                Words.aside(feed.pages() == 0 ? "" : desk.say("scan.fed", feed.pages())));
        return Picture.of("scanning-" + material.name(), explanation, work)
                .back(desk.say("scan.stop"), () -> desk.tell(new VisitEvent.ScanStopped()));
    }

    /** When all of a page is in, it is looked over; that takes a moment too. */
    private String progress(double part) {
        return part < 1 ? desk.say("scan.progress", Math.round(part * 100)) : desk.say("scan.checking");
    }

    private void go(boolean last) {
        if (last) {
            desk.tell(new VisitEvent.MaterialsDone());
        } else {
            at++;
            desk.redraw();
        }
    }

    private void back() {
        if (at == 0) {
            desk.tell(new VisitEvent.Back());
        } else {
            at--;
            desk.redraw();
        }
    }
}
