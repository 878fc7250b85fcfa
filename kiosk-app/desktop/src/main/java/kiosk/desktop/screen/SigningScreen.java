package kiosk.desktop.screen;

import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.entry.SignaturePad;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.visit.Signing;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;

/** The citizen signs by finger. */
public final class SigningScreen implements Screen<Signing> {
    private final Desk desk;
    private final SignaturePad pad = new SignaturePad(() -> {});
    private boolean asked;

    /** The screen to sign on, empty. */
    public SigningScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Signing visit, Surroundings surroundings) {
        Node said = asked
                ? new Notice(Notice.Kind.MUST, desk.say("sign.missing"))
                : Words.body(desk.say(
                        "sign.what", desk.texts().say(visit.matter().item().title())));
        VBox.setVgrow(pad, Priority.ALWAYS);
        pad.setMaxHeight(760);
        pad.setMinHeight(240);
        pad.setPrefHeight(700);
        BigButton wipe =
                BigButton.plain("wipe", desk.say("sign.wipe"), pad::wipe).with(MaterialDesignE.ERASER);
        wipe.setMaxWidth(Double.MAX_VALUE);
        return Picture.of("sign", Parts.explanation(desk.say("sign.title"), said), Parts.work(pad, wipe))
                .main(desk.say("sign.done"), MaterialDesignC.CHECK, this::done)
                .back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private void done() {
        if (pad.signed()) {
            desk.tell(new VisitEvent.Signed(pad.signature()));
        } else {
            asked = true;
            desk.redraw();
        }
    }
}
