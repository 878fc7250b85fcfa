package kiosk.desktop.screen;

import javafx.scene.Node;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.DeviceDrawing.What;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.device.Presence;
import kiosk.visit.Ending;

/** The card still lies there: it is announced until it is taken. */
public final class EndingScreen implements Screen<Ending> {
    private final Desk desk;

    /** The screen of a card left behind. */
    public EndingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Ending visit, Surroundings surroundings) {
        boolean there = visit.last() == Presence.THERE;
        String card = desk.say(visit.reader() == DeviceKind.ID_CARD_READER ? "ending.id-card" : "ending.social-card");
        Node said = there
                ? new Notice(Notice.Kind.MUST, desk.say("ending.take", card))
                : Words.body(desk.say("ending.wiped"));
        return Picture.of(
                "ending",
                Parts.explanation(desk.say(there ? "ending.title" : "ending.goodbye"), said),
                Parts.work(
                        Parts.drawing(What.TAKE_CARD, desk.look().motion(), 1.6),
                        Words.body(desk.say("ending.wiped"))));
    }
}
