package kiosk.desktop.technician.test;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;
import kiosk.desktop.Desk;
import kiosk.desktop.diagnosis.OutcomeText;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.technician.board.States;
import kiosk.desktop.technician.test.GuidedTest.Finding;
import kiosk.desktop.technician.test.TestRun.Stand;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.CodeView;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.diagnosis.HopResult;
import kiosk.upkeep.TestRecord.Verdict;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** A guided test as it stands: what to do, what to look at, the question with its two answers, and at last what was found. */
public final class TestPane {
    private static final double CODE = 520;
    private static final double SHEET = 560;

    private final Desk desk;

    /** A pane in that desk's words. */
    public TestPane(Desk desk) {
        this.desk = desk;
    }

    /** What to do now, and the question if there is one. */
    public List<Node> asks(TestRun run) {
        Stand stand = run.stand();
        List<Node> parts = new ArrayList<>();
        stand.finding().map(this::ended).ifPresent(parts::add);
        if (stand.finding().isEmpty() || !stand.says().equals(TestRun.ENDED)) {
            parts.add(Words.body(desk.say(stand.says(), stand.parts().toArray())));
        }
        stand.asks().ifPresent(it -> {
            parts.add(new Notice(Notice.Kind.MUST, desk.say(it)));
            BigButton yes = BigButton.plain(
                            "answer-yes", desk.say("test.yes"), () -> run.answer(it, TestRun.Answer.YES))
                    .with(MaterialDesignC.CHECK);
            BigButton no = BigButton.plain("answer-no", desk.say("test.no"), () -> run.answer(it, TestRun.Answer.NO))
                    .with(MaterialDesignC.CLOSE);
            yes.setMaxWidth(Double.MAX_VALUE);
            no.setMaxWidth(Double.MAX_VALUE);
            parts.add(Parts.row(yes, no));
        });
        return parts;
    }

    private Node ended(Finding finding) {
        Notice.Kind kind = switch (finding.verdict()) {
            case PASSED -> Notice.Kind.DONE;
            case FAILED -> Notice.Kind.FAILED;
            case NOT_FINISHED -> Notice.Kind.MUST;
        };
        return new Notice(kind, desk.texts().say(finding.verdict()));
    }

    /** What there is to look at, and what was measured. */
    public List<Node> shows(TestRun run) {
        Stand stand = run.stand();
        List<Node> parts = new ArrayList<>(exhibit(stand.exhibit()));
        stand.finding().ifPresent(it -> parts.addAll(figures(it.figures())));
        return parts;
    }

    private List<Node> exhibit(Guide.Exhibit exhibit) {
        if (exhibit instanceof Guide.Code code) {
            StackPane middle = new StackPane(new CodeView(desk.codes().apply(code.text()), CODE));
            return List.of(middle, Words.words(code.text(), "value"));
        }
        if (exhibit instanceof Guide.Hops hops) {
            return hops.hops().stream().map(this::hop).toList();
        }
        return exhibit instanceof Guide.Sheet sheet ? List.of(sheet(sheet)) : List.of();
    }

    private Node hop(HopResult hop) {
        String name = desk.texts().say(hop.hop())
                + hop.department().map(it -> "  " + desk.texts().say(it)).orElse("");
        Verdict verdict = switch (hop.outcome()) {
            case CONTACTED, PROVEN -> Verdict.PASSED;
            case FAILED -> Verdict.FAILED;
            case SKIPPED -> Verdict.NOT_FINISHED;
        };
        HBox line = new HBox(States.icon(verdict), Words.body(name + "  " + OutcomeText.hop(desk.texts(), hop)));
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("row");
        line.setId("hop-" + hop.hop().name().toLowerCase(Locale.ROOT));
        return line;
    }

    /** The sheet, small, and a frame around each dirty cell. */
    private static Node sheet(Guide.Sheet sheet) {
        ImageView picture = new ImageView(new Image(new ByteArrayInputStream(sheet.jpeg()), 0, SHEET, true, true));
        double width = picture.getImage().getWidth();
        double height = picture.getImage().getHeight();
        Pane marks = new Pane();
        marks.setMaxSize(width, height);
        Cells cells = sheet.cells();
        for (int cell : cells.dirty()) {
            int row = cell / cells.columns();
            Rectangle mark = new Rectangle(
                    width * (0.02 + 0.96 * (cell % cells.columns()) / cells.columns()),
                    height * (0.02 + 0.96 * row / cells.rows()),
                    width * 0.96 / cells.columns(),
                    height * 0.96 / cells.rows());
            mark.getStyleClass().add("dirty-cell");
            marks.getChildren().add(mark);
        }
        StackPane both = new StackPane(picture, marks);
        both.getStyleClass().add("sheet-of-paper");
        both.setMaxSize(width, height);
        both.setId("sheet-with-cells");
        return new StackPane(both);
    }

    private List<Node> figures(Map<String, Long> figures) {
        return Figures.of(figures, desk.texts()).stream()
                .map(it -> (Node) Words.body(it))
                .toList();
    }
}
