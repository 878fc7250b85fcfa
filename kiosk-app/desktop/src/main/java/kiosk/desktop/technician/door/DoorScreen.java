package kiosk.desktop.technician.door;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.entry.InputLine;
import kiosk.desktop.entry.Keyboard;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.technician.door.Guard.Claim;
import kiosk.desktop.technician.door.Guard.Verdict;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.SocialCardReader;
import kiosk.visit.AwaitingTechnician;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/**
 * Where somebody who knocked says who they are: number, PIN, and the answer to the challenge, a page each. Whoever comes to the
 * terminal meanwhile reads that it is under maintenance.
 */
public final class DoorScreen implements Screen<AwaitingTechnician> {
    private static final int NUMBER = 8;
    private static final int ANSWER = 8;

    private final Desk desk;
    private final Guard guard;
    private final Setting setting;
    private final Optional<CardWatch> cards;
    private Page page = Page.NUMBER;
    private InputLine line;
    private String number = "";
    private char[] pin = new char[0];
    private String said = "";
    private boolean trying;

    /** What is asked for. */
    private enum Page {
        NUMBER,
        PIN,
        ANSWER
    }

    /**
     * What a door is made of.
     *
     * @param terminal the terminal's name, which the help desk asks for
     * @param slot where a technician's card may be put
     * @param bench where the slow looking is done
     */
    public record Setting(Guard guard, String terminal, SocialCardReader slot, Executor bench) {}

    /** A door. Where cards open it, the slot is watched from now on. */
    public DoorScreen(Desk desk, Setting setting) {
        this.desk = desk;
        this.setting = setting;
        this.guard = setting.guard();
        this.line = fresh();
        this.cards = guard.takesCards()
                ? Optional.of(CardWatch.begin(
                        guard,
                        setting.slot(),
                        technician -> Platform.runLater(() -> desk.tell(new VisitEvent.MaintenanceEntered(technician))),
                        verdict -> Platform.runLater(() -> refuse(verdict))))
                : Optional.empty();
        if (!guard.locked().isZero()) {
            said = locked();
        }
    }

    @Override
    public void left() {
        cards.ifPresent(CardWatch::stop);
    }

    private void refuse(Verdict verdict) {
        said = verdict == Verdict.WRONG && guard.locked().isZero() ? desk.say("door.card-unknown") : said(verdict);
        desk.redraw();
    }

    @Override
    public Picture draw(AwaitingTechnician visit, Surroundings surroundings) {
        VBox explanation = Parts.explanation(desk.say("door.title"), Words.body(desk.say("maintenance.what")), asked());
        line.prompting(desk.say(prompt()));
        VBox work = Parts.work(line, Keyboard.digits(line, desk.texts()));
        Picture picture = Picture.of("door-" + page, explanation, work)
                .back(desk.say("door.leave"), () -> desk.tell(new VisitEvent.Back()));
        return page == Page.ANSWER
                ? main(picture, "door.enter", MaterialDesignL.LOCK_OPEN_VARIANT)
                : main(picture, "door.next", MaterialDesignA.ARROW_RIGHT);
    }

    private Picture main(Picture picture, String key, org.kordamp.ikonli.Ikon icon) {
        return trying
                ? picture.mainLater(desk.say(key), icon)
                : picture.main(desk.say(key), icon, () -> goesOn(line.text()));
    }

    private Node asked() {
        if (trying) {
            Notice notice = new Notice(Notice.Kind.KNOWN, desk.say("door.trying"));
            notice.setId("door-trying");
            return notice;
        }
        if (!said.isEmpty()) {
            Notice notice = new Notice(Notice.Kind.FAILED, said);
            notice.setId("door-said");
            return notice;
        }
        if (page != Page.ANSWER) {
            return Words.body(desk.say(
                    page == Page.PIN ? "door.pin" : cards.isPresent() ? "door.number-or-card" : "door.number"));
        }
        String challenge = guard.challenge();
        var digits = Words.number(challenge.substring(0, 4) + " " + challenge.substring(4));
        digits.setId("challenge");
        VBox box = new VBox(Words.body(desk.say("door.answer", setting.terminal(), number)), digits);
        box.getStyleClass().add("card");
        return box;
    }

    /** An empty line for the page. It lives as long as the page does, however often that is drawn. */
    private InputLine fresh() {
        int longest = page == Page.PIN ? PinFile.LONGEST : page == Page.NUMBER ? NUMBER : ANSWER;
        InputLine empty = new InputLine(page.name().toLowerCase(Locale.ROOT), longest, typed -> said = "");
        return page == Page.PIN ? empty.veiled(InputLine.Veil.HIDDEN) : empty;
    }

    private String prompt() {
        return switch (page) {
            case NUMBER -> "door.number-prompt";
            case PIN -> "door.pin-prompt";
            case ANSWER -> "door.answer-prompt";
        };
    }

    private void turnTo(Page next) {
        page = next;
        line = fresh();
    }

    private void goesOn(String typed) {
        said = "";
        if (typed.isEmpty()) {
            return;
        }
        switch (page) {
            case NUMBER -> {
                number = typed;
                turnTo(Page.PIN);
            }
            case PIN -> {
                pin = typed.toCharArray();
                turnTo(Page.ANSWER);
            }
            case ANSWER -> tries(typed);
        }
        desk.redraw();
    }

    private void tries(String answer) {
        trying = true;
        Claim claim = new Claim(Integer.parseInt(number), pin, answer);
        pin = new char[0];
        setting.bench().execute(() -> {
            Verdict verdict = guard.tries(claim);
            Platform.runLater(() -> hear(verdict, claim.technician()));
        });
    }

    private void hear(Verdict verdict, int technician) {
        trying = false;
        turnTo(Page.NUMBER);
        if (verdict == Verdict.RIGHT) {
            desk.tell(new VisitEvent.MaintenanceEntered(technician));
        } else {
            said = said(verdict);
            desk.redraw();
        }
    }

    private String said(Verdict verdict) {
        return switch (verdict) {
            case RIGHT -> "";
            case WRONG -> guard.locked().isZero() ? desk.say("door.wrong") : locked();
            case LOCKED -> locked();
            case CANNOT_COUNT -> desk.say("door.cannot-count");
            case NOT_SET -> desk.say("door.not-set");
        };
    }

    private String locked() {
        return desk.say("door.locked", guard.locked().toMinutes() + 1);
    }
}
