package kiosk.desktop.technician.report;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.entry.SignaturePad;
import kiosk.desktop.screen.Parts;
import kiosk.desktop.technician.board.States;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Roll;
import kiosk.desktop.widget.Words;
import kiosk.device.DeviceKind;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Signature;
import kiosk.upkeep.DeviceBook;
import kiosk.upkeep.HandOver;
import kiosk.upkeep.HandOver.Row;
import kiosk.upkeep.HandOver.Section;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** The page on which a technician reads the report over, signs it with a finger, and prints or keeps it. */
public final class ReportPane {
    private static final Duration PRINTING = Duration.ofMinutes(2);
    private static final double FIELD = 260;

    private final Desk desk;
    private final Source source;
    private final Found found;
    private final SignaturePad pad = new SignaturePad(() -> {});
    private String said = "";
    private Notice.Kind how = Notice.Kind.KNOWN;
    private boolean working;
    private boolean signing;
    private final Press press;

    /**
     * What a report is made from.
     *
     * @param queue how the queue is; empty while that is not known; does not block
     * @param bench where the slow work is done
     */
    public record Source(
            String terminal,
            Supplier<Map<DeviceKind, Health>> healths,
            DeviceBook book,
            Supplier<Optional<Outbox.Summary>> queue,
            ReportOffice office,
            PagePrinter printer,
            Journal journal,
            Executor bench) {}

    /** A report since {@code found}. */
    public ReportPane(Desk desk, Source source, Found found) {
        this.desk = desk;
        this.source = source;
        this.found = found;
        this.press = new Press(source.printer(), PRINTING);
    }

    /** The report to be read, or the field to sign in. */
    public Node draw() {
        if (signing) {
            VBox work = Parts.work(Words.aside(desk.say("report.sign")), pad);
            VBox.setVgrow(pad, Priority.ALWAYS);
            pad.setMinHeight(FIELD);
            return work;
        }
        Roll roll = new Roll(Parts.rows(rows()), desk.texts());
        roll.getStyleClass().add("technician");
        return roll;
    }

    private List<Node> rows() {
        List<Node> rows = new ArrayList<>();
        for (Section section : sections()) {
            rows.add(Words.heading(section.heading()));
            section.rows().forEach(it -> rows.add(row(it)));
        }
        return rows;
    }

    private static Node row(Row row) {
        HBox line = new HBox(Words.body(row.name() + "  " + row.words()));
        line.getStyleClass().add("row");
        switch (row.mark()) {
            case GOOD -> line.getChildren().add(0, States.icon(Health.State.ONLINE));
            case ATTENTION -> line.getChildren().add(0, States.icon(Health.State.DEGRADED));
            case BAD -> line.getChildren().add(0, States.icon(Health.State.OFFLINE));
            case NONE -> {}
        }
        return line;
    }

    /** What can be done with it, and what came of it. */
    public VBox deeds() {
        FlowPane deeds = new FlowPane();
        deeds.getStyleClass().add("tabs");
        if (signing) {
            deeds.getChildren()
                    .addAll(
                            button("wipe", desk.say("sign.wipe"), MaterialDesignE.ERASER, pad::wipe),
                            button("keep", desk.say("report.keep"), MaterialDesignC.CONTENT_SAVE, () -> make(Way.KEEP)),
                            button("print", desk.say("report.print"), MaterialDesignP.PRINTER, () -> make(Way.PRINT)));
        } else {
            deeds.getChildren().add(button("sign", desk.say("report.to-sign"), MaterialDesignD.DRAW, this::sign));
        }
        VBox all = new VBox(deeds);
        all.getStyleClass().add("work");
        if (!said.isEmpty()) {
            all.getChildren().add(0, new Notice(how, said));
        }
        return all;
    }

    private BigButton button(String id, String words, Ikon icon, Runnable action) {
        BigButton button = BigButton.plain("report-" + id, words, action).with(icon);
        button.setDisable(working);
        return button;
    }

    private void sign() {
        signing = true;
        desk.redraw();
    }

    /** Whether the field to sign in is shown. */
    public boolean signing() {
        return signing;
    }

    /** The technician goes: a print that is under way is broken off, so that the next at the door does not wait for it. */
    public void left() {
        press.stop();
    }

    /** Back from the field to the report. */
    public void read() {
        signing = false;
        said = "";
    }

    /** What becomes of the report. */
    private enum Way {
        KEEP,
        PRINT
    }

    private void make(Way way) {
        if (!pad.signed()) {
            tell(Notice.Kind.MUST, desk.say("report.sign-missing"));
            return;
        }
        HandOver report = report(pad.signature());
        working = true;
        tell(Notice.Kind.KNOWN, desk.say("report.making"));
        source.bench().execute(() -> make(report, way));
    }

    private HandOver report(Signature signature) {
        return new HandOver(
                source.terminal(),
                found.technician(),
                found.begun(),
                desk.clock().instant(),
                desk.say("report.title"),
                sections(),
                desk.say("report.signed", found.technician()),
                signature.png());
    }

    private List<Section> sections() {
        return new ReportText(desk.texts(), source.book())
                .sections(found, source.healths().get(), source.queue().get());
    }

    private void make(HandOver report, Way way) {
        try {
            ReportOffice.Kept kept = source.office().keep(report);
            source.journal().note(Occurrence.HAND_OVER_MADE, new Journal.Technician(found.technician()));
            boolean printed = way == Way.KEEP || press.prints(kept.job());
            end(printed ? Notice.Kind.DONE : Notice.Kind.FAILED, printed ? way : Way.KEEP, kept.file(), printed);
        } catch (UncheckedIOException full) {
            Platform.runLater(() -> ended(Notice.Kind.FAILED, desk.say("report.full")));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void end(Notice.Kind kind, Way way, Path file, boolean printed) {
        String key = !printed ? "report.not-printed" : way == Way.PRINT ? "report.printed" : "report.kept";
        Platform.runLater(() -> ended(kind, desk.say(key, String.valueOf(file.getFileName()))));
    }

    private void ended(Notice.Kind kind, String words) {
        working = false;
        tell(kind, words);
    }

    private void tell(Notice.Kind kind, String words) {
        how = kind;
        said = words;
        desk.redraw();
    }
}
