package kiosk.desktop.screen;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Field;
import kiosk.catalogue.Material;
import kiosk.catalogue.Surroundings;
import kiosk.desktop.Desk;
import kiosk.desktop.Screen;
import kiosk.desktop.form.KnownPage;
import kiosk.desktop.frame.Picture;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.PairGrid;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Words;
import kiosk.form.Problem;
import kiosk.submission.Matter;
import kiosk.submission.Signature;
import kiosk.submission.SuppliedMaterial;
import kiosk.visit.Reviewing;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Everything that will be handed in, each value with its source, before it is. */
public final class ReviewingScreen implements Screen<Reviewing> {
    private final Desk desk;

    /** The screen of that look over. */
    public ReviewingScreen(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Picture draw(Reviewing visit, Surroundings surroundings) {
        Matter matter = visit.matter();
        List<Node> said = new ArrayList<>();
        said.add(Words.body(desk.texts().say(matter.item().title())));
        visit.problems().forEach(it -> said.add(problem(matter, it)));
        Roll roll = new Roll(new PairGrid(500, rows(matter)), desk.texts());
        VBox.setVgrow(roll, Priority.ALWAYS);
        BigButton change = BigButton.plain(
                        "form-again", desk.say("review.change"), () -> desk.tell(new VisitEvent.FormAgain()))
                .with(MaterialDesignP.PENCIL_OUTLINE);
        change.setMaxWidth(Double.MAX_VALUE);
        Node explanation = Parts.explanation(desk.say("review.title"), said.toArray(Node[]::new));
        Optional<Long> fee = matter.form().feeInFen();
        String confirm = fee.map(it -> desk.say("review.confirm-pay", Parts.money(it, desk.texts())))
                .orElse(desk.say("review.confirm"));
        return Picture.of("review", explanation, Parts.work(roll, change))
                .main(confirm, MaterialDesignC.CHECK, () -> desk.tell(new VisitEvent.Confirmed()))
                .back(desk.say("action.back"), () -> desk.tell(new VisitEvent.Back()))
                .quit(desk.say("action.quit"), () -> desk.tell(new VisitEvent.Quit()));
    }

    private Notice problem(Matter matter, Problem problem) {
        String label = problem.field()
                .flatMap(matter.item()::field)
                .map(Field::label)
                .map(it -> desk.say("review.about", desk.texts().say(it)))
                .orElse("");
        String sentence = problem.message()
                .map(desk.texts()::say)
                .orElseGet(() -> desk.texts().say(problem.why()));
        return new Notice(Notice.Kind.MUST, label + sentence);
    }

    private List<Node> rows(Matter matter) {
        List<Node> rows = new ArrayList<>(KnownPage.toRead(desk).rows(matter.form()));
        matter.materialsAsked()
                .forEach(it -> rows.add(row(desk.texts().say(it.title()), Words.words(supplied(matter, it), "value"))));
        matter.signature().ifPresent(it -> rows.add(row(desk.say("review.signature"), picture(it))));
        return rows;
    }

    private String supplied(Matter matter, Material material) {
        Optional<SuppliedMaterial> supplied = matter.supplied(material.name());
        if (supplied.isEmpty()) {
            return desk.say("review.no-material");
        }
        return supplied.get() instanceof SuppliedMaterial.Scans scans
                ? desk.say("review.scanned", scans.pages().size())
                : desk.say("review.on-file");
    }

    private static Node row(String label, Node value) {
        VBox said = new VBox(Words.words(label, "label-of-value"), value);
        HBox row = new HBox(said);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    private static Node picture(Signature signature) {
        ImageView view = new ImageView(new Image(new ByteArrayInputStream(signature.png())));
        view.setPreserveRatio(true);
        view.setFitHeight(120);
        StackPane paper = new StackPane(view);
        paper.setStyle("-fx-background-color: white;");
        paper.setMaxWidth(StackPane.USE_PREF_SIZE);
        return paper;
    }
}
