package kiosk.desktop.screen;

import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Words;
import kiosk.visit.Finishing;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** The matter is done: the citizen goes, or has another one. */
public final class FinishingScreen implements Screen<Finishing> {
    private final Desk desk;

    /** The last screen of a matter. */
    public FinishingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Finishing visit, Surroundings surroundings) {
        BigButton another = BigButton.plain(
                        "another", desk.say("finishing.another"), () -> desk.tell(new VisitEvent.AnotherMatter()))
                .with(MaterialDesignH.HOME_OUTLINE);
        another.setMaxWidth(Double.MAX_VALUE);
        VBox work = Parts.work(Parts.emblem(Icons.huge(MaterialDesignC.CHECK_CIRCLE_OUTLINE), "icon-green"), another);
        return Picture.of(
                        "finishing",
                        Parts.explanation(desk.say("finishing.title"), Words.body(desk.say("finishing.what"))),
                        work)
                .main(desk.say("finishing.leave"), MaterialDesignC.CHECK, () -> desk.tell(new VisitEvent.Quit()));
    }
}
