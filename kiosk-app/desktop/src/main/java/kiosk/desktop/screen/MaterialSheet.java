package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Material;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.PageThumb;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Tile;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.device.ScannedPage;
import kiosk.platform.Certificate;
import kiosk.submission.SuppliedMaterial;
import kiosk.visit.GatheringMaterials;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** How one material can be supplied, and what of it is there. */
final class MaterialSheet {
    private final Desk desk;
    private final GatheringMaterials visit;
    private final Material material;

    MaterialSheet(Desk desk, GatheringMaterials visit, Material material) {
        this.desk = desk;
        this.visit = visit;
        this.material = material;
    }

    Node draw(Surroundings surroundings) {
        Optional<SuppliedMaterial> supplied = visit.matter().supplied(material.name());
        if (supplied.isPresent() && supplied.get() instanceof SuppliedMaterial.OnFile) {
            return Parts.work(
                    new Notice(Notice.Kind.DONE, desk.say("materials.on-file-chosen")),
                    wide(BigButton.plain(
                            "other-way",
                            desk.say("materials.other-way"),
                            () -> desk.tell(new VisitEvent.MaterialDropped(material.name())))));
        }
        List<ScannedPage> pages = visit.matter().pagesOf(material.name());
        return pages.isEmpty() ? ways(surroundings) : pages(pages, surroundings);
    }

    private Node ways(Surroundings surroundings) {
        List<Node> ways = new ArrayList<>();
        for (Certificate certificate : visit.onFile().getOrDefault(material.name(), List.of())) {
            ways.add(new Tile(
                            "certificate-" + material.name(),
                            Icons.large(MaterialDesignF.FILE_CERTIFICATE_OUTLINE),
                            desk.say("materials.use", certificate.title()),
                            () -> desk.tell(new VisitEvent.CertificateChosen(material.name(), certificate.id())))
                    .with(desk.say("materials.use-what")));
        }
        Tile scan = new Tile(
                "scan",
                Icons.large(MaterialDesignS.SCANNER),
                desk.say("materials.scan"),
                () -> desk.tell(new VisitEvent.ScanAsked(material.name())));
        ways.add(
                scannerThere(surroundings)
                        ? scan.with(desk.say("materials.scan-what"))
                        : scan.without(desk.say("materials.scanner-away")));
        Node drawing = Parts.drawing(
                kiosk.desktop.widget.DeviceDrawing.What.SCANNER, desk.look().motion(), desk.landscape() ? 0.75 : 1.25);
        ways.add(drawing);
        return Parts.work(ways.toArray(Node[]::new));
    }

    private Node pages(List<ScannedPage> pages, Surroundings surroundings) {
        FlowPane thumbs = new FlowPane(24, 24);
        for (int i = 0; i < pages.size(); i++) {
            int page = i;
            thumbs.getChildren()
                    .add(new PageThumb(
                            pages.get(i), i + 1, desk.landscape() ? 160 : 232, desk.texts(), () -> retake(page)));
        }
        Roll roll = new Roll(thumbs, desk.texts());
        VBox.setVgrow(roll, Priority.ALWAYS);
        Node count = Words.body(desk.say("materials.pages", pages.size(), material.mostPages()));
        if (pages.size() >= material.mostPages() || !scannerThere(surroundings)) {
            return Parts.work(roll, count);
        }
        return Parts.work(
                roll,
                count,
                wide(BigButton.plain(
                                "scan",
                                desk.say("materials.scan-more"),
                                () -> desk.tell(new VisitEvent.ScanAsked(material.name())))
                        .with(MaterialDesignS.SCANNER)));
    }

    /** The page goes and the next scan takes its place: at once where it was the last. */
    private void retake(int page) {
        desk.tell(new VisitEvent.PageDropped(material.name(), page), new VisitEvent.ScanAsked(material.name()));
    }

    private static BigButton wide(BigButton button) {
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }

    private static boolean scannerThere(Surroundings surroundings) {
        return surroundings.usable().contains(DeviceKind.DOCUMENT_SCANNER);
    }
}
