package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import javafx.scene.Node;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.entry.Keyboard;
import kiosk.desktop.entry.PinLine;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.DeviceDrawing;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Waiting;
import kiosk.desktop.widget.Words;
import kiosk.identity.Pin;
import kiosk.visit.ChangingPin;
import kiosk.visit.ChangingPin.AskingAgain;
import kiosk.visit.ChangingPin.AskingNew;
import kiosk.visit.ChangingPin.AskingOld;
import kiosk.visit.ChangingPin.CardAway;
import kiosk.visit.ChangingPin.End;
import kiosk.visit.ChangingPin.Ended;
import kiosk.visit.ChangingPin.Looking;
import kiosk.visit.ChangingPin.Stage;
import kiosk.visit.VisitEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The PIN of a social-security card is changed: one question a page, and the last try is said before it is taken. */
public final class ChangingPinScreen implements Screen<ChangingPin> {
    private final Desk desk;
    private final PinLine line = new PinLine("card-pin");
    private @Nullable Stage drawn;
    private boolean tooShort;

    /** The screen of that change, with nothing typed. */
    public ChangingPinScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(ChangingPin visit, Surroundings surroundings) {
        Stage stage = visit.stage();
        if (!stage.equals(drawn)) {
            drawn = stage;
            tooShort = false;
            line.clear();
        }
        if (visit.busy()) {
            return waiting("card-pin.working");
        }
        if (stage instanceof Looking) {
            return leavable(waiting("card-pin.looking"));
        }
        if (stage instanceof CardAway away) {
            return leavable(away(away));
        }
        return stage instanceof Ended ended ? ended(ended.end()) : leavable(asking(stage));
    }

    private Picture leavable(Picture picture) {
        return picture.back(desk.say("action.back"), () -> tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> tell(new VisitEvent.Quit()));
    }

    private void tell(VisitEvent event) {
        line.clear();
        desk.tell(event);
    }

    private Picture waiting(String words) {
        return WaitingScreen.of(
                MaterialDesignL.LOCK_CLOCK,
                desk.say(words),
                desk.say(words + "-what"),
                new Waiting(desk.look().motion()));
    }

    private Picture asking(Stage stage) {
        int shortest = stage instanceof AskingOld ? Pin.SHORTEST : ChangingPin.NEW_DIGITS;
        String words = stage instanceof AskingOld
                ? "card-pin.old"
                : stage instanceof AskingAgain ? "card-pin.again" : "card-pin.new";
        List<Node> said = new ArrayList<>(remarks(stage));
        if (tooShort) {
            said.add(new Notice(Notice.Kind.MUST, desk.say(words + "-short")));
        }
        if (said.isEmpty()) {
            said.add(Words.body(desk.say(words + "-what")));
        }
        return Picture.of(
                        words,
                        Parts.explanation(desk.say(words), said.toArray(Node[]::new)),
                        Parts.work(line, Keyboard.digits(line, desk.texts())))
                .main(desk.say("action.next"), MaterialDesignA.ARROW_RIGHT, () -> done(shortest));
    }

    private List<Notice> remarks(Stage stage) {
        List<Notice> remarks = new ArrayList<>();
        if (stage instanceof AskingOld asking) {
            if (asking.last()) {
                remarks.add(new Notice(
                        Notice.Kind.MUST, desk.say(asking.wrong() ? "card-pin.wrong-last-try" : "card-pin.last-try")));
            } else if (asking.wrong()) {
                remarks.add(new Notice(Notice.Kind.FAILED, wrong(asking.triesLeft())));
            }
        } else if (stage instanceof AskingNew asking && asking.remark().isPresent()) {
            remarks.add(new Notice(
                    Notice.Kind.MUST, desk.texts().say(asking.remark().get())));
        }
        return remarks;
    }

    private String wrong(OptionalInt triesLeft) {
        return triesLeft.isPresent()
                ? desk.say("card-pin.wrong-tries", triesLeft.getAsInt())
                : desk.say("card-pin.wrong");
    }

    private void done(int shortest) {
        if (line.length() < shortest) {
            tooShort = true;
            desk.redraw();
        } else {
            desk.tell(new VisitEvent.PinTyped(line.take()));
        }
    }

    private Picture away(CardAway away) {
        String sentence = desk.say(away.another() ? "card-pin.another-card" : "card-pin.card-away");
        return Picture.of(
                        "card-pin-away",
                        Parts.explanation(desk.say("card-pin.away"), new Notice(Notice.Kind.MUST, sentence)),
                        Parts.work(Parts.drawing(
                                DeviceDrawing.What.SOCIAL_CARD, desk.look().motion(), 1.4)))
                .main(desk.say("card-pin.put-back"), MaterialDesignC.CHECK, () -> tell(new VisitEvent.CardPutBack()));
    }

    private Picture ended(End end) {
        boolean changed = end == End.CHANGED;
        Notice.Kind kind = changed ? Notice.Kind.DONE : end == End.UNCERTAIN ? Notice.Kind.MUST : Notice.Kind.FAILED;
        Node emblem = changed
                ? Parts.emblem(Icons.huge(MaterialDesignC.CHECK_CIRCLE_OUTLINE), "icon-green")
                : Parts.emblem(Icons.huge(MaterialDesignA.ALERT_CIRCLE_OUTLINE), "icon-amber");
        return Picture.of(
                        "card-pin-ended",
                        Parts.explanation(desk.say(title(end))),
                        Parts.work(
                                emblem,
                                new Notice(kind, desk.texts().say(end)),
                                Words.body(desk.say("card-pin.take-card"))))
                .main(
                        desk.say("finishing.another"),
                        MaterialDesignH.HOME_OUTLINE,
                        () -> tell(new VisitEvent.AnotherMatter()))
                .quit(desk.say("action.quit"), () -> tell(new VisitEvent.Quit()));
    }

    private static String title(End end) {
        return switch (end) {
            case CHANGED -> "card-pin.changed";
            case UNCERTAIN -> "card-pin.uncertain";
            case BLOCKED, NOT_SUPPORTED, READER_BROKEN -> "card-pin.not-changed";
        };
    }
}
