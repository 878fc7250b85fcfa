package kiosk.desktop.screen;

import javafx.geometry.Pos;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.visit.NotDone;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** A matter that could not be finished: what happened to it first, then what to do, then whom to ask. */
public final class NotDoneScreen implements Screen<NotDone> {
    private final Desk desk;

    /** The screen of that news. */
    public NotDoneScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(NotDone visit, Surroundings surroundings) {
        boolean uncertain = visit.why() == NotDone.Why.MAY_HAVE_ARRIVED;
        VBox explanation = Parts.explanation(desk.say(uncertain ? "not-done.title-uncertain" : "not-done.title"));
        visit.item()
                .ifPresent(it ->
                        explanation.getChildren().add(Words.body(desk.texts().say(it.title()))));
        VBox work = Parts.work(
                Parts.emblem(Icons.huge(MaterialDesignA.ALERT_CIRCLE_OUTLINE), "icon-amber"),
                new Notice(Notice.Kind.MUST, desk.texts().say(visit.why())),
                Words.body(
                        desk.say("not-done.ask", desk.texts().say(desk.place().help()))));
        work.setAlignment(Pos.TOP_LEFT);
        return Picture.of("not-done", explanation, work)
                .main(
                        desk.say("finishing.another"),
                        MaterialDesignH.HOME_OUTLINE,
                        () -> desk.tell(new VisitEvent.AnotherMatter()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }
}
