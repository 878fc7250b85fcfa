package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import kiosk.desktop.Desk;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.PageView;
import kiosk.desktop.widget.Words;
import kiosk.submission.PageFlaw;
import kiosk.visit.Doubt;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A page that did not come in well: the page itself, what is wrong with it, and whether to scan it again, keep it or leave it out. */
final class DoubtSheet {
    private final Desk desk;
    private final Doubt doubt;

    DoubtSheet(Desk desk, Doubt doubt) {
        this.desk = desk;
        this.doubt = doubt;
    }

    Picture draw() {
        PageFlaw worst = doubt.flaws().stream().sorted().findFirst().orElse(PageFlaw.DAMAGED);
        List<Node> said = new ArrayList<>(List.of(new Notice(Notice.Kind.MUST, what(worst))));
        said.add(Words.aside(desk.say("doubt.others-kept")));
        Node explanation = Parts.explanation(desk.say("doubt." + word(worst)), said.toArray(Node[]::new));
        Picture picture = Picture.of(doubt, explanation, work());
        if (worst == PageFlaw.NO_ROOM) {
            return picture.main(desk.say("doubt.leave-out"), MaterialDesignD.DELETE_OUTLINE, this::leaveOut);
        }
        return picture.main(desk.say("doubt.again"), MaterialDesignS.SCANNER, this::again)
                .back(desk.say("doubt.leave-out"), this::leaveOut);
    }

    private Node work() {
        boolean opens = !doubt.flaws().contains(PageFlaw.DAMAGED);
        List<Node> parts = new ArrayList<>();
        if (opens) {
            parts.add(desk.landscape() ? new PageView(doubt.page(), 640, 560) : new PageView(doubt.page(), 600, 680));
        }
        if (doubt.mayBeKept()) {
            BigButton keep = BigButton.plain(
                            "keep-page", desk.say("doubt.keep"), () -> desk.tell(new VisitEvent.PageKept()))
                    .with(MaterialDesignC.CHECK);
            keep.setMaxWidth(Double.MAX_VALUE);
            parts.add(keep);
        }
        return Parts.work(parts.toArray(Node[]::new));
    }

    private String what(PageFlaw flaw) {
        return desk.say("doubt." + word(flaw) + "-what");
    }

    private static String word(PageFlaw flaw) {
        return flaw.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void again() {
        desk.tell(new VisitEvent.ScanAsked(doubt.material()));
    }

    private void leaveOut() {
        desk.tell(new VisitEvent.PageLeftOut());
    }
}
