package kiosk.desktop.screen;

import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Waiting;
import kiosk.visit.PreChecking;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** The department is asked whether everything is in order. */
public final class PreCheckingScreen implements Screen<PreChecking> {
    private final Desk desk;

    /** The screen of that wait. */
    public PreCheckingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(PreChecking visit, Surroundings surroundings) {
        String department = desk.texts().say(visit.matter().item().department());
        return WaitingScreen.of(
                        MaterialDesignF.FILE_SEARCH_OUTLINE,
                        desk.say("checking.title"),
                        desk.say("checking.what", department),
                        new Waiting(desk.look().motion()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }
}
