package kiosk.desktop.screen;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.CodeView;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Waiting;
import kiosk.desktop.widget.Words;
import kiosk.platform.Order;
import kiosk.visit.Paying;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignQ;

/** The code to be paid with a phone, and the amount. */
public final class PayingScreen implements Screen<Paying> {
    private static final double CODE_SIZE = 460;

    private final Desk desk;

    /** The screen of a payment. */
    public PayingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Paying visit, Surroundings surroundings) {
        Picture picture = visit.order().map(it -> code(visit, it)).orElseGet(this::making);
        return picture.quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Picture making() {
        return WaitingScreen.of(
                MaterialDesignQ.QRCODE,
                desk.say("pay.making"),
                desk.say("pay.making-what"),
                new Waiting(desk.look().motion()));
    }

    private Picture code(Paying visit, Order order) {
        long fen = visit.matter().form().feeInFen().orElse(0L);
        Label amount = Words.words(Parts.money(fen, desk.texts()), "big-money");
        amount.setId("amount");
        Node explanation = Parts.explanation(
                desk.say("pay.title"),
                Words.body(desk.texts().say(visit.matter().item().title())),
                amount);
        VBox work = Parts.work(
                new CodeView(desk.codes().apply(order.code()), CODE_SIZE),
                Words.body(desk.say("pay.how")),
                new Waiting(desk.look().motion()),
                new Notice(Notice.Kind.KNOWN, desk.say("pay.safe")));
        work.setAlignment(Pos.TOP_CENTER);
        return Picture.of("pay", explanation, work).back(desk.say("pay.stop"), () -> desk.tell(new VisitEvent.Back()));
    }
}
