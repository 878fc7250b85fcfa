package kiosk.desktop.screen;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Waiting;
import kiosk.desktop.widget.Words;
import kiosk.platform.Cases;
import kiosk.visit.FollowingCases;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

/** What the citizen handed in and how each of it stands; what was sent back first, because it waits for them. */
public final class FollowingCasesScreen implements Screen<FollowingCases> {
    private final Desk desk;

    /** The screen of a citizen's cases. */
    public FollowingCasesScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(FollowingCases visit, Surroundings surroundings) {
        Picture picture = visit.cases().map(it -> list(it, surroundings)).orElseGet(this::asking);
        return picture.back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Picture asking() {
        return WaitingScreen.of(
                MaterialDesignF.FILE_SEARCH_OUTLINE,
                desk.say("cases.asking"),
                desk.say("cases.asking-what"),
                new Waiting(desk.look().motion()));
    }

    private Picture list(Cases cases, Surroundings surroundings) {
        List<Node> said = new ArrayList<>();
        said.add(
                cases.told().isPresent()
                        ? Words.body(desk.say("cases.what"))
                        : new Notice(Notice.Kind.MUST, desk.say("cases.offline")));
        List<Node> rows = new CaseRows(desk, surroundings).of(cases);
        VBox all = new VBox(rows.isEmpty() ? new Node[] {nothing(cases)} : rows.toArray(Node[]::new));
        all.getStyleClass().add("group");
        Roll roll = new Roll(all, desk.texts());
        VBox.setVgrow(roll, Priority.ALWAYS);
        return Picture.of("cases", Parts.explanation(desk.say("cases.title"), said.toArray(Node[]::new)), roll);
    }

    private Notice nothing(Cases cases) {
        return new Notice(Notice.Kind.KNOWN, desk.say(cases.told().isEmpty() ? "cases.nothing-here" : "cases.nothing"));
    }
}
