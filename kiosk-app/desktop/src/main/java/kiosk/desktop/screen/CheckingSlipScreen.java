package kiosk.desktop.screen;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.DeviceDrawing.What;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Waiting;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.platform.SlipProofs.Finding;
import kiosk.platform.SlipProofs.Forged;
import kiosk.platform.SlipProofs.Genuine;
import kiosk.platform.SlipProofs.Undecided;
import kiosk.visit.CheckingSlip;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/** Whether a slip is genuine: it is held before the scanner, and the answer stands there as colour, word and icon. */
public final class CheckingSlipScreen implements Screen<CheckingSlip> {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private final Desk desk;

    /** The screen of that check. */
    public CheckingSlipScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(CheckingSlip visit, Surroundings surroundings) {
        Picture picture = visit.finding().map(this::found).orElseGet(() -> waiting(visit, surroundings));
        return picture.back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Picture waiting(CheckingSlip visit, Surroundings surroundings) {
        if (visit.looking()) {
            return WaitingScreen.of(
                    MaterialDesignQ.QRCODE_SCAN,
                    desk.say("slip.looking"),
                    desk.say("slip.no-person"),
                    new Waiting(desk.look().motion()));
        }
        boolean usable = surroundings.usable().contains(DeviceKind.CODE_SCANNER);
        Node how =
                usable ? Words.body(desk.say("slip.hold")) : new Notice(Notice.Kind.MUST, desk.say("slip.no-scanner"));
        VBox work = Parts.work(
                Parts.drawing(What.SLIP, desk.look().motion(), 1.6),
                new Notice(Notice.Kind.KNOWN, desk.say("slip.no-person")));
        return Picture.of("slip", Parts.explanation(desk.say("slip.title"), how), work);
    }

    private Picture found(Finding finding) {
        return verdict(finding)
                .main(
                        desk.say("slip.another"),
                        MaterialDesignQ.QRCODE_SCAN,
                        () -> desk.tell(new VisitEvent.SlipCheckWanted()));
    }

    private Picture verdict(Finding finding) {
        if (finding instanceof Genuine genuine) {
            return genuine(genuine);
        }
        if (finding instanceof Forged forged) {
            Notice why = new Notice(Notice.Kind.FAILED, desk.texts().say(forged.reason()));
            return picture(
                    "forged", MaterialDesignC.CLOSE_OCTAGON, "icon-red", why, Words.body(desk.say("slip.beware")));
        }
        String name = finding instanceof Undecided ? "undecided" : "other";
        Notice what = new Notice(Notice.Kind.MUST, desk.say("slip." + name + "-what"));
        return picture(name, MaterialDesignH.HELP_CIRCLE, "icon-amber", what);
    }

    private Picture genuine(Genuine genuine) {
        Label number = Words.number(genuine.number());
        number.setId("number");
        VBox said = Parts.card(desk.say("slip.item"), item(genuine.item()));
        said.getChildren()
                .addAll(
                        Words.words(desk.say("slip.number"), "label-of-value"),
                        number,
                        Words.words(desk.say("slip.taken"), "label-of-value"),
                        Words.body(desk.say("slip.taken-at", time(genuine.taken()), genuine.terminal())));
        Notice compare = new Notice(Notice.Kind.MUST, desk.say("slip.compare"));
        return picture("genuine", MaterialDesignC.CHECK_DECAGRAM, "icon-green", said, compare);
    }

    private String item(String code) {
        return desk.catalogue()
                .item(code)
                .map(it -> desk.texts().say(it.title()))
                .orElse(code);
    }

    private static String time(Instant taken) {
        return TIME.format(LocalDateTime.ofInstant(taken, CHINA));
    }

    private Picture picture(String name, Ikon icon, String colour, Node... said) {
        VBox work = Parts.work(Parts.emblem(Icons.huge(icon), colour));
        work.getChildren().addAll(said);
        work.setAlignment(Pos.TOP_LEFT);
        Node title = Parts.explanation(desk.say("slip." + name), Words.body(desk.say("slip." + name + "-means")));
        return Picture.of("slip-" + name, title, work);
    }
}
