package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.ServiceItem.Guide;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Text;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** An item's guide as it is read before beginning: who, what is needed, how long, on which basis, and what the data is used for. */
final class GuideSheet {
    private final Desk desk;

    GuideSheet(Desk desk) {
        this.desk = desk;
    }

    Node of(ServiceItem item, Surroundings surroundings) {
        Guide guide = item.guide();
        List<Node> parts = new ArrayList<>();
        notice(item, surroundings, parts);
        parts.add(part(MaterialDesignA.ACCOUNT_CHECK_OUTLINE, "guide.who", guide.who()));
        parts.add(part(MaterialDesignF.FILE_DOCUMENT_OUTLINE, "guide.needs", guide.needs()));
        parts.add(part(MaterialDesignC.CLOCK_OUTLINE, "guide.takes", guide.takes()));
        parts.add(part(MaterialDesignG.GAVEL, "guide.basis", guide.basis()));
        parts.add(part(MaterialDesignL.LOCK_OUTLINE, "guide.consent", guide.consent()));
        VBox all = new VBox(parts.toArray(Node[]::new));
        all.getStyleClass().add("rows");
        Roll roll = new Roll(all, desk.texts());
        VBox.setVgrow(roll, Priority.ALWAYS);
        return roll;
    }

    private void notice(ServiceItem item, Surroundings surroundings, List<Node> parts) {
        Availability availability = Availability.of(item, surroundings);
        if (availability instanceof Availability.NotNow not) {
            parts.add(new Notice(Notice.Kind.MUST, desk.texts().say(not.reason())));
        } else if (availability instanceof Availability.NowOffline) {
            parts.add(
                    new Notice(Notice.Kind.KNOWN, desk.texts().say(item.guide().offline())));
        }
    }

    private Node part(Ikon icon, String heading, Text words) {
        VBox said = new VBox(
                Words.words(desk.say(heading), "label-of-value"),
                Words.words(desk.texts().say(words), "quote"));
        HBox.setHgrow(said, Priority.ALWAYS);
        var drawn = Icons.small(icon);
        drawn.getStyleClass().add("icon-blue");
        HBox row = new HBox(drawn, said);
        row.setAlignment(Pos.TOP_LEFT);
        row.getStyleClass().addAll("card", "row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }
}
