package kiosk.desktop.screen;

import javafx.scene.Node;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Words;
import kiosk.visit.Informing;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** What an item needs, takes and costs, before the citizen agrees. */
public final class InformingScreen implements Screen<Informing> {
    private final Desk desk;

    /** The screen before an item begins. */
    public InformingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Informing visit, Surroundings surroundings) {
        Node explanation = Parts.explanation(
                desk.texts().say(visit.item().title()),
                Words.aside(desk.texts().say(visit.item().department())),
                Words.body(desk.say("guide.read")));
        return Picture.of("guide", explanation, Parts.work(new GuideSheet(desk).of(visit.item(), surroundings)))
                .main(desk.say("guide.agree"), MaterialDesignC.CHECK, () -> desk.tell(new VisitEvent.Agreed()))
                .back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }
}
