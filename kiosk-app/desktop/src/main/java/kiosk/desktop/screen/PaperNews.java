package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import kiosk.desktop.Desk;
import kiosk.desktop.form.Values;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.device.Fault;
import kiosk.visit.Collecting;
import kiosk.visit.Collecting.Claim;
import kiosk.visit.Collecting.Failed;
import kiosk.visit.Collecting.Fetching;
import kiosk.visit.Collecting.Out;
import kiosk.visit.Collecting.Printing;
import kiosk.visit.Collecting.Reprint;
import kiosk.visit.Collecting.What;
import kiosk.visit.Handed;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What is to be said of a paper: how far it is, what holds it up and who cures it, how it is collected if it does not come out. */
final class PaperNews {
    private final Desk desk;

    PaperNews(Desk desk) {
        this.desk = desk;
    }

    List<Node> of(Collecting visit) {
        if (visit.paper() instanceof Fetching) {
            return List.of(new Notice(Notice.Kind.KNOWN, desk.say("collect.fetching")));
        }
        if (visit.paper() instanceof Printing printing) {
            return printing.held()
                    .map(fault -> held(fault, printing.what()))
                    .orElseGet(() -> List.of(
                            new Notice(Notice.Kind.KNOWN, desk.say("collect.printing-" + word(printing.what())))));
        }
        if (visit.paper() instanceof Failed failed) {
            return failed(failed, visit.handed());
        }
        return visit.paper() instanceof Reprint
                ? reprint(visit.handed())
                : List.of(new Notice(Notice.Kind.DONE, desk.say("collect.out-" + word(((Out) visit.paper()).what()))));
    }

    /** The department's document is the end of the matter; a receipt says that it was taken, and it may lie in the queue still. */
    private List<Node> held(Fault fault, What what) {
        List<Node> news = new ArrayList<>(List.of(
                new Notice(Notice.Kind.MUST, desk.texts().say(fault.cause())),
                forTheClerk(fault),
                Words.body(desk.say(what == What.DOCUMENT ? "collect.held-document" : "collect.held-receipt"))));
        if (!fault.code().isEmpty()) {
            news.add(Words.aside(desk.say("fault.code", desk.texts().phrase(fault.code()))));
        }
        return news;
    }

    private Node forTheClerk(Fault fault) {
        Node card = Parts.card(desk.say("collect.for-the-clerk"), desk.texts().clerk(fault.cause()));
        card.setId("for-the-clerk");
        return card;
    }

    private List<Node> failed(Failed failed, Handed handed) {
        List<Node> news = new ArrayList<>();
        boolean perhaps = failed.what() == What.DOCUMENT && !failed.certain();
        news.add(new Notice(perhaps ? Notice.Kind.MUST : Notice.Kind.FAILED, sentence(failed)));
        if (failed.claim() != Claim.COMING) {
            news.add(again(failed));
        }
        news.add(howToCollect(handed, failed));
        slip(failed.claim()).ifPresent(news::add);
        failed.fault().ifPresent(fault -> news.add(forTheClerk(fault)));
        return news;
    }

    private Node again(Failed failed) {
        BigButton again = BigButton.plain(
                        "print-again",
                        desk.say(failed.mayBePrintedAgain() ? "collect.again" : "collect.not-got"),
                        () -> desk.tell(new VisitEvent.PrintAgain()))
                .with(MaterialDesignP.PRINTER_OUTLINE);
        again.setMaxWidth(Double.MAX_VALUE);
        return again;
    }

    private String sentence(Failed failed) {
        if (failed.what() == What.DOCUMENT && !failed.certain()) {
            return desk.say("collect.perhaps-document");
        }
        String cause = failed.fault().map(Fault::cause).map(desk.texts()::say).orElse("");
        String what = failed.what() == What.DOCUMENT ? "collect.failed-document" : "collect.failed-receipt";
        return desk.say(what, cause);
    }

    private Node howToCollect(Handed handed, Failed failed) {
        String day = new Values(desk.texts(), desk.catalogue()).day(handed.collectBy());
        String how = failed.what() == What.DOCUMENT ? "collect.claim-document" : "collect.claim-receipt";
        Node card = Parts.card(desk.say("collect.claim"), desk.say(how, day));
        card.setId("claim");
        return card;
    }

    private Optional<Node> slip(Claim claim) {
        return switch (claim) {
            case NONE -> Optional.empty();
            case COMING -> Optional.of(new Notice(Notice.Kind.KNOWN, desk.say("collect.slip-coming")));
            case OUT -> Optional.of(new Notice(Notice.Kind.DONE, desk.say("collect.slip-out")));
        };
    }

    private List<Node> reprint(Handed handed) {
        BigButton no = BigButton.plain(
                        "no-reprint", desk.say("collect.no-reprint"), () -> desk.tell(new VisitEvent.Taken()))
                .with(MaterialDesignC.CLOSE);
        no.setMaxWidth(Double.MAX_VALUE);
        return List.of(
                new Notice(Notice.Kind.MUST, desk.say("collect.perhaps-before")),
                Words.body(desk.say("collect.reprint-marked", handed.copy())),
                no);
    }

    private static String word(What what) {
        return what == What.RECEIPT ? "receipt" : "page";
    }
}
