package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import kiosk.catalogue.ServiceItem.OfflineRule;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Waiting;
import kiosk.desktop.widget.Words;
import kiosk.visit.Submitting;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** What was handed in goes to disk and then to the department; each of the two is said when it is so. */
public final class SubmittingScreen implements Screen<Submitting> {
    private final Desk desk;

    /** The screen of that wait. */
    public SubmittingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Submitting visit, Surroundings surroundings) {
        String department = desk.texts().say(visit.matter().item().department());
        boolean saved = visit.number().isPresent();
        boolean line = surroundings.reachable().contains(visit.matter().item().department());
        List<Node> work = new ArrayList<>();
        work.add(mark(saved, desk.say(saved ? "submit.saved" : "submit.saving")));
        visit.number().ifPresent(it -> work.add(number(it.text())));
        if (saved) {
            work.add(mark(false, desk.say(line || !waits(visit) ? "submit.sending" : "submit.no-line", department)));
        }
        work.add(new Waiting(desk.look().motion()));
        Node explanation = Parts.explanation(desk.say("submit.title"), Words.body(desk.say("submit.what")));
        VBox list = Parts.work(work.toArray(Node[]::new));
        list.getStyleClass().add("checklist");
        return Picture.of("submit", explanation, list);
    }

    /** What is never done without the line is not promised for later either. */
    private static boolean waits(Submitting visit) {
        return visit.matter().item().offline() != OfflineRule.NEVER;
    }

    private static Node number(String text) {
        Label number = Words.number(text);
        number.setId("number");
        return number;
    }

    private static Node mark(boolean done, String words) {
        FontIcon icon = Icons.large(done ? MaterialDesignC.CHECK_CIRCLE : MaterialDesignP.PROGRESS_CLOCK);
        icon.getStyleClass().add(done ? "icon-green" : "icon-blue");
        HBox row = new HBox(icon, Words.heading(words));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().addAll("row", "card");
        return row;
    }
}
