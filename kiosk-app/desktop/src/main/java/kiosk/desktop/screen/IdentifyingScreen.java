package kiosk.desktop.screen;

import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Waiting;
import kiosk.visit.Identifying;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** The platform is asked who this is. */
public final class IdentifyingScreen implements Screen<Identifying> {
    private final Desk desk;

    /** The screen of that wait. */
    public IdentifyingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Identifying visit, Surroundings surroundings) {
        return WaitingScreen.of(
                        MaterialDesignA.ACCOUNT_SEARCH_OUTLINE,
                        desk.say("identifying.title"),
                        desk.say("identifying.what"),
                        new Waiting(desk.look().motion()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }
}
