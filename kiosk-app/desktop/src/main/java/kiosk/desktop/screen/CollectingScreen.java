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
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.DeviceDrawing;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.Fault;
import kiosk.submission.CaseReceipt;
import kiosk.visit.Collecting;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Fetching;
import kiosk.visit.Collecting.Out;
import kiosk.visit.Collecting.Printing;
import kiosk.visit.Collecting.What;
import kiosk.visit.Handed;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The paper comes out; the number stays on the screen whatever the printer does. */
public final class CollectingScreen implements Screen<Collecting> {
    private final Desk desk;

    /** The screen of the result. */
    public CollectingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Collecting visit, Surroundings surroundings) {
        Handed handed = visit.handed();
        Node explanation = Parts.explanation(title(visit), handedIn(handed).toArray(Node[]::new));
        List<Node> work = new ArrayList<>();
        work.add(state(visit.paper()));
        work.add(Parts.drawing(drawing(visit.paper()), desk.look().motion(), desk.landscape() ? 0.62 : 1));
        work.add(next(visit));
        if (visit.paper() instanceof Failed failed && failed.mayBePrintedAgain()) {
            BigButton again = BigButton.plain(
                            "print-again", desk.say("collect.again"), () -> desk.tell(new VisitEvent.PrintAgain()))
                    .with(MaterialDesignP.PRINTER_OUTLINE);
            again.setMaxWidth(Double.MAX_VALUE);
            work.add(again);
        }
        Picture picture = Picture.of(
                "collect-" + visit.paper().getClass().getSimpleName(),
                explanation,
                Parts.work(work.toArray(Node[]::new)));
        boolean busy = visit.paper() instanceof Fetching || visit.paper() instanceof Printing;
        return busy ? picture : finished(picture, visit);
    }

    private Picture finished(Picture picture, Collecting visit) {
        String words = visit.paper() instanceof Out ? "collect.taken" : "collect.noted";
        return picture.main(desk.say(words), MaterialDesignH.HAND_OKAY, () -> desk.tell(new VisitEvent.Taken()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private String title(Collecting visit) {
        boolean claim =
                visit.handed().slip().claim() && visit.handed().receipt().isEmpty() && !visit.earlier();
        return desk.say(
                visit.earlier()
                        ? "collect.title-earlier"
                        : claim
                                ? "collect.title-claim"
                                : visit.handed().receipt().isPresent() ? "collect.title" : "collect.title-queued");
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

    private Node state(Collecting.Paper paper) {
        if (paper instanceof Fetching) {
            return new Notice(Notice.Kind.KNOWN, desk.say("collect.fetching"));
        }
        if (paper instanceof Printing printing) {
            return printing.held()
                    .map(it -> new Notice(
                            Notice.Kind.MUST,
                            desk.say("collect.held", desk.texts().say(it.cause()))))
                    .orElseGet(
                            () -> new Notice(Notice.Kind.KNOWN, desk.say("collect.printing-" + word(printing.what()))));
        }
        if (paper instanceof Failed failed) {
            return new Notice(Notice.Kind.FAILED, failed(failed));
        }
        return new Notice(Notice.Kind.DONE, desk.say("collect.out-" + word(((Out) paper).what())));
    }

    private String failed(Failed failed) {
        String cause = failed.fault().map(Fault::cause).map(desk.texts()::say).orElse("");
        String what = failed.what() == What.DOCUMENT ? "collect.failed-document" : "collect.failed-receipt";
        return desk.say(what, cause);
    }

    private static String word(What what) {
        return what == What.RECEIPT ? "receipt" : "page";
    }

    private static DeviceDrawing.What drawing(Collecting.Paper paper) {
        return whatOf(paper) == What.RECEIPT ? DeviceDrawing.What.RECEIPT : DeviceDrawing.What.PAGE;
    }

    private static What whatOf(Collecting.Paper paper) {
        if (paper instanceof Printing printing) {
            return printing.what();
        }
        if (paper instanceof Out out) {
            return out.what();
        }
        return paper instanceof Failed failed ? failed.what() : What.DOCUMENT;
    }

    private Node next(Collecting visit) {
        String due = visit.handed()
                .receipt()
                .flatMap(CaseReceipt::due)
                .map(it -> "\n" + desk.say("collect.due", new Values(desk.texts(), desk.catalogue()).day(it)))
                .orElse("");
        Node card = Parts.work(
                Words.words(desk.say("collect.next"), "label-of-value"),
                Words.body(desk.texts().say(visit.handed().item().result().next()) + due));
        card.getStyleClass().setAll("card");
        return card;
    }
}
