package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.form.Values;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.DeviceDrawing;
import kiosk.desktop.widget.Words;
import kiosk.submission.CaseReceipt;
import kiosk.visit.Collecting;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Out;
import kiosk.visit.Collecting.Printing;
import kiosk.visit.Collecting.Reprint;
import kiosk.visit.Collecting.What;
import kiosk.visit.Handed;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The paper comes out; the number stays on the screen whatever the printer does. */
public final class CollectingScreen implements Screen<Collecting> {
    private final Desk desk;
    private final PaperNews news;

    /** The screen of the result. */
    public CollectingScreen(Desk desk) {
        this.desk = desk;
        this.news = new PaperNews(desk);
    }

    @Override
    public Picture draw(Collecting visit, Surroundings surroundings) {
        Node explanation =
                Parts.explanation(title(visit), handedIn(visit.handed()).toArray(Node[]::new));
        List<Node> work = new ArrayList<>(news.of(visit));
        if (!troubled(visit.paper())) {
            work.add(Parts.drawing(drawing(visit.paper()), desk.look().motion(), desk.landscape() ? 0.62 : 1));
            work.add(next(visit));
        }
        Picture picture = Picture.of(
                "collect-" + visit.paper().getClass().getSimpleName(),
                explanation,
                Parts.work(work.toArray(Node[]::new)));
        return visit.busy() ? picture : finished(picture, visit);
    }

    /** Whether something is to be done: then nothing else is on the screen. */
    private static boolean troubled(Collecting.Paper paper) {
        return paper instanceof Failed
                || paper instanceof Reprint
                || (paper instanceof Printing printing && printing.held().isPresent());
    }

    private Picture finished(Picture picture, Collecting visit) {
        Picture ending = picture.quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
        if (visit.paper() instanceof Reprint) {
            return ending.main(
                    desk.say("collect.reprint"),
                    MaterialDesignP.PRINTER_OUTLINE,
                    () -> desk.tell(new VisitEvent.PrintAgain()));
        }
        String words = visit.paper() instanceof Out ? "collect.taken" : "collect.noted";
        return ending.main(desk.say(words), MaterialDesignH.HAND_OKAY, () -> desk.tell(new VisitEvent.Taken()));
    }

    private String title(Collecting visit) {
        if (visit.paper() instanceof Reprint) {
            return desk.say("collect.title-reprint");
        }
        if (visit.earlier()) {
            return desk.say("collect.title-earlier");
        }
        boolean answered = visit.handed().receipt().isPresent();
        if (!answered) {
            return desk.say(visit.handed().slip().claim() ? "collect.title-claim" : "collect.title-queued");
        }
        if (visit.paper() instanceof Failed failed) {
            return desk.say(failed.certain() ? "collect.title-not-out" : "collect.title-perhaps-out");
        }
        return desk.say(visit.paper() instanceof Out ? "collect.title" : "collect.title-printing");
    }

    private List<Node> handedIn(Handed handed) {
        List<Node> said = new ArrayList<>();
        Label number = Words.number(handed.number().text());
        number.setId("number");
        Optional<String> official = handed.receipt().map(CaseReceipt::caseNumber);
        said.add(Words.aside(desk.say(official.isPresent() ? "collect.number" : "collect.number-provisional")));
        said.add(number);
        official.ifPresent(it -> {
            Label label = Words.body(desk.say("collect.case-number", it));
            label.setId("case-number");
            said.add(label);
        });
        said.add(Words.body(desk.texts().say(handed.item().title())));
        return said;
    }

    private static DeviceDrawing.What drawing(Collecting.Paper paper) {
        return whatOf(paper) == What.RECEIPT ? DeviceDrawing.What.RECEIPT : DeviceDrawing.What.PAGE;
    }

    private static What whatOf(Collecting.Paper paper) {
        if (paper instanceof Printing printing) {
            return printing.what();
        }
        return paper instanceof Out out ? out.what() : What.DOCUMENT;
    }

    private Node next(Collecting visit) {
        String due = visit.handed()
                .receipt()
                .flatMap(CaseReceipt::due)
                .map(it -> "\n" + desk.say("collect.due", new Values(desk.texts(), desk.catalogue()).day(it)))
                .orElse("");
        return Parts.card(
                desk.say("collect.next"),
                desk.texts().say(visit.handed().item().result().next()) + due);
    }
}
