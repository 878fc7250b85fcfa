package kiosk.desktop.screen;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Availability;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Words;
import kiosk.visit.Browsing;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The guides, to be read before anybody shows who they are. */
public final class BrowsingScreen implements Screen<Browsing> {
    private final Desk desk;

    /** The screen of the guides. */
    public BrowsingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Browsing visit, Surroundings surroundings) {
        Picture picture = visit.reading().map(it -> guide(it, surroundings)).orElseGet(() -> list(surroundings));
        return picture.back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Picture list(Surroundings surroundings) {
        ItemTiles tiles = new ItemTiles(desk, it -> desk.tell(new VisitEvent.GuideOpened(Optional.of(it))))
                .alsoWhatCannotBeDone();
        VBox all = new VBox(tiles.of(surroundings, it -> true).toArray(Node[]::new));
        all.getStyleClass().add("group");
        Roll roll = new Roll(all, desk.texts());
        VBox.setVgrow(roll, Priority.ALWAYS);
        return Picture.of(
                        "guides",
                        Parts.explanation(desk.say("guides.title"), Words.body(desk.say("guides.what"))),
                        roll)
                .main(
                        desk.say("guides.begin"),
                        MaterialDesignC.CARD_ACCOUNT_DETAILS_OUTLINE,
                        () -> begin(Optional.empty()));
    }

    private Picture guide(ServiceItem item, Surroundings surroundings) {
        Node explanation = Parts.explanation(
                desk.texts().say(item.title()), Words.aside(desk.texts().say(item.department())));
        Picture picture = Picture.of(
                "guide-" + item.code(), explanation, Parts.work(new GuideSheet(desk).of(item, surroundings)));
        return Availability.of(item, surroundings).offered()
                ? picture.main(
                        desk.say("guides.begin-item"),
                        MaterialDesignC.CARD_ACCOUNT_DETAILS_OUTLINE,
                        () -> begin(Optional.of(item)))
                : picture.mainLater(desk.say("guides.not-now"), MaterialDesignC.CLOCK_OUTLINE);
    }

    private void begin(Optional<ServiceItem> item) {
        desk.tell(new VisitEvent.CardWanted(item));
    }
}
