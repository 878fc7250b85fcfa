package kiosk.desktop.screen;

import java.util.Arrays;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Department;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.frame.Look;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.DeviceDrawing.What;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.upkeep.Chore;
import kiosk.visit.Idle;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;

/** Nobody is served: what the terminal can do, and how to begin. */
public final class AttractScreen implements Screen<Idle> {
    private static final int MOST_CHORES = 2;

    private final Desk desk;

    /** The screen of an idle terminal. */
    public AttractScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Idle visit, Surroundings surroundings) {
        VBox greeting = new VBox(
                Words.words(desk.say("attract.welcome"), "welcome"),
                Words.words(desk.say("attract.lead"), "attract-lead"));
        greeting.getStyleClass().add("explanation");
        greeting.setOnMouseClicked(touched -> desk.tell(new VisitEvent.Touched()));
        VBox work = Parts.work(departments());
        boolean nothingToSay = surroundings.chores().isEmpty() && surroundings.queueOpen();
        if (nothingToSay || roomy()) {
            work.getChildren().add(0, drawing());
        }
        work.setAlignment(Pos.BOTTOM_LEFT);
        work.setOnMouseClicked(touched -> desk.tell(new VisitEvent.Touched()));
        notice(surroundings, work);
        surroundings.chores().stream().limit(MOST_CHORES).map(this::chore).forEach(work.getChildren()::add);
        return Picture.of("attract", greeting, work)
                .main(
                        desk.say("attract.start"),
                        MaterialDesignG.GESTURE_TAP,
                        () -> desk.tell(new VisitEvent.Touched()));
    }

    /** Whether there is room for everything at once; what only adorns gives way to what the clerk must see. */
    private boolean roomy() {
        return !desk.landscape() && desk.look().size().get() == Look.TextSize.NORMAL;
    }

    private Node drawing() {
        StackPane drawing = Parts.drawing(What.ID_CARD, desk.look().motion(), 1.6);
        VBox.setVgrow(drawing, Priority.SOMETIMES);
        drawing.setMaxHeight(640);
        return drawing;
    }

    private Node departments() {
        return Parts.row(
                Arrays.stream(Department.values()).map(this::department).toArray(Node[]::new));
    }

    private Node department(Department department) {
        StackPane badge = new StackPane(Icons.of(department));
        badge.getStyleClass().addAll("badge-of-department", Icons.styleOf(department));
        VBox box = new VBox(badge, Words.heading(desk.texts().say(department)));
        box.getStyleClass().addAll("card", "department-card");
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(200);
        return box;
    }

    /** Whoever looks after the terminal passes by when nobody is served. */
    private Node chore(Chore chore) {
        String left = chore.printsLeft().isPresent()
                ? desk.say("attract.prints-left", chore.printsLeft().getAsInt())
                : "";
        String device = desk.texts().say(chore.device());
        String sentence = desk.say("attract.chore", device, desk.texts().clerk(chore.cause()), left);
        Notice notice = new Notice(Notice.Kind.KNOWN, sentence);
        notice.setId("chore-" + chore.device().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        return notice;
    }

    private void notice(Surroundings surroundings, VBox work) {
        if (!surroundings.queueOpen()) {
            work.getChildren().add(0, Parts.shut(desk, surroundings));
        } else if (surroundings.reachable().isEmpty()) {
            work.getChildren().add(0, new Notice(Notice.Kind.KNOWN, desk.say("attract.offline")));
        }
        HBox.setHgrow(work, Priority.ALWAYS);
    }
}
