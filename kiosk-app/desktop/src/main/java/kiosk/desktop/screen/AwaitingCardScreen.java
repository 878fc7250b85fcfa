package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.DeviceDrawing;
import kiosk.desktop.widget.DeviceDrawing.What;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.visit.AwaitingCard;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/** Asks for an identity card, a social-security card or a code; what the terminal cannot read now is not asked for. */
public final class AwaitingCardScreen implements Screen<AwaitingCard> {
    private final Desk desk;

    /** The screen that asks for a card. */
    public AwaitingCardScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(AwaitingCard visit, Surroundings surroundings) {
        List<Node> said = new ArrayList<>();
        visit.wanted()
                .ifPresent(it ->
                        said.add(Words.body(desk.say("card.wanted", desk.texts().say(it.title())))));
        said.add(
                visit.setback().isPresent()
                        ? new Notice(
                                Notice.Kind.MUST,
                                desk.texts().say(visit.setback().get()))
                        : Words.body(desk.say("card.what")));
        Node explanation = Parts.explanation(desk.say("card.title"), said.toArray(Node[]::new));
        BigButton guides = BigButton.plain(
                        "guides", desk.say("card.guides"), () -> desk.tell(new VisitEvent.GuidesWanted()))
                .with(MaterialDesignB.BOOK_OPEN_PAGE_VARIANT_OUTLINE);
        guides.setMaxWidth(Double.MAX_VALUE);
        BigButton slip = BigButton.plain(
                        "check-slip", desk.say("card.slip"), () -> desk.tell(new VisitEvent.SlipCheckWanted()))
                .with(MaterialDesignQ.QRCODE_SCAN);
        slip.setMaxWidth(Double.MAX_VALUE);
        Picture picture = Picture.of("card", explanation, Parts.work(ways(surroundings), Parts.pair(guides, slip)));
        return picture.back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Node ways(Surroundings surroundings) {
        Node[] each = {
            way(What.ID_CARD, DeviceKind.ID_CARD_READER, "card.id-card", surroundings),
            way(What.SOCIAL_CARD, DeviceKind.SOCIAL_CARD_READER, "card.social-card", surroundings),
            way(What.PHONE, DeviceKind.CODE_SCANNER, "card.code", surroundings)
        };
        Pane ways = desk.landscape() ? Parts.row(each) : Parts.work(each);
        VBox.setVgrow(ways, Priority.ALWAYS);
        return ways;
    }

    private Node way(What what, DeviceKind reader, String words, Surroundings surroundings) {
        boolean usable = surroundings.usable().contains(reader);
        DeviceDrawing drawing = new DeviceDrawing(what, desk.look().motion()).scaled(0.72);
        drawing.setMinWidth(desk.landscape() ? 0 : 350);
        VBox said = new VBox(
                Words.heading(desk.say(words)),
                usable ? Words.aside(desk.say(words + "-how")) : Words.words(desk.say("card.away"), "note"));
        said.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(said, Priority.ALWAYS);
        Pane card = desk.landscape() ? new VBox(drawing, said) : aside(drawing, said);
        card.getStyleClass().add("card");
        card.setPrefWidth(340);
        card.setOpacity(usable ? 1 : 0.75);
        return card;
    }

    private static HBox aside(Node drawing, Node said) {
        HBox row = new HBox(drawing, said);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
