package kiosk.desktop.screen;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.catalogue.Availability.Reason;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Surroundings.Queue;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Icons;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.form.Problem;
import kiosk.platform.CaseStatus;
import kiosk.platform.CaseStatus.State;
import kiosk.platform.Cases;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.SubmissionNumber;
import kiosk.visit.FollowingCases;
import kiosk.visit.VisitEvent;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** One row a case: how it stands as colour, icon and word; then the item, the number and the days. */
final class CaseRows {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Set<String> FOR_ITS_MONEY = Set.of("HELD", "UNSETTLED");
    private static final Insets ABOVE = new Insets(12, 0, 0, 0);

    private final Desk desk;
    private final Surroundings surroundings;

    CaseRows(Desk desk, Surroundings surroundings) {
        this.desk = desk;
        this.surroundings = surroundings;
    }

    List<Node> of(Cases cases) {
        List<CaseStatus> told = cases.told().orElse(List.of());
        List<Node> rows = new ArrayList<>();
        told.stream()
                .filter(it -> it.state() == State.RETURNED)
                .map(it -> cases.onItsWay(it) ? mended(it) : row(it))
                .forEach(rows::add);
        cases.here().stream().map(this::row).forEach(rows::add);
        told.stream().filter(it -> it.state() != State.RETURNED).map(this::row).forEach(rows::add);
        return rows;
    }

    private Node row(Waiting waiting) {
        boolean stuck = waiting.stuck();
        String how = FOR_ITS_MONEY.contains(waiting.state()) ? "paying" : stuck ? "stuck" : "waiting";
        VBox words = words(desk.say("cases." + how), title(waiting.item()));
        words.getChildren().add(Words.aside(desk.say("cases." + how + "-what")));
        String number = waiting.number().map(SubmissionNumber::text).orElse("");
        words.getChildren().add(Words.aside(desk.say("cases.number-here", number, day(waiting.taken()))));
        Ikon icon = stuck ? MaterialDesignA.ALERT : MaterialDesignC.CLOUD_UPLOAD_OUTLINE;
        return card(coloured(icon, stuck ? "icon-amber" : "icon-blue"), words);
    }

    /** What puts it right waits here; its own row says for what. */
    private Node mended(CaseStatus status) {
        VBox words = words(desk.say("cases.mended"), title(status.item()));
        words.getChildren().add(Words.aside(desk.say("cases.mended-what")));
        words.getChildren()
                .add(Words.aside(desk.say("cases.number-there", status.caseNumber(), day(status.accepted()))));
        return card(coloured(MaterialDesignC.CLOUD_UPLOAD_OUTLINE, "icon-blue"), words);
    }

    private Node row(CaseStatus status) {
        VBox words = words(desk.texts().say(status.state()), title(status.item()));
        if (status.state() == State.ACCEPTED || status.state() == State.PROCESSING) {
            status.due().map(this::by).ifPresent(words.getChildren()::add);
        }
        words.getChildren()
                .add(Words.aside(desk.say("cases.number-there", status.caseNumber(), day(status.accepted()))));
        status.reason()
                .map(it -> new Notice(Notice.Kind.FAILED, desk.texts().say(it)))
                .ifPresent(words.getChildren()::add);
        if (status.state() == State.RETURNED) {
            words.getChildren().add(toMend(status));
        }
        return card(icon(status.state()), words);
    }

    private Node by(LocalDate due) {
        return Words.aside(desk.say("cases.due", due));
    }

    private VBox toMend(CaseStatus status) {
        VBox parts = new VBox();
        parts.getStyleClass().add("rows");
        parts.setPadding(ABOVE);
        status.problems().stream()
                .map(this::sentence)
                .distinct()
                .forEach(it -> parts.getChildren().add(new Notice(Notice.Kind.MUST, it)));
        parts.getChildren()
                .add(desk.catalogue()
                        .item(status.item())
                        .filter(it -> FollowingCases.mendable(status, it))
                        .map(it -> surroundings.queueOpen() ? mend(status) : notNow())
                        .orElseGet(() -> Words.words(desk.say("cases.mend-at-counter"), "reason")));
        return parts;
    }

    private Notice notNow() {
        boolean full = surroundings.queue() != Queue.CLOSED;
        return new Notice(Notice.Kind.MUST, desk.texts().say(full ? Reason.QUEUE_FULL : Reason.QUEUE_CLOSED));
    }

    private String sentence(Problem problem) {
        return problem.message()
                .map(desk.texts()::say)
                .orElseGet(() -> desk.texts().say(problem.why()));
    }

    private BigButton mend(CaseStatus status) {
        BigButton mend = BigButton.main(
                        "mend-" + status.number().text(),
                        desk.say("cases.mend"),
                        () -> desk.tell(new VisitEvent.CaseChosen(status.id())))
                .with(MaterialDesignP.PENCIL_OUTLINE);
        mend.setMaxWidth(Double.MAX_VALUE);
        return mend;
    }

    private static FontIcon icon(State state) {
        return switch (state) {
            case ACCEPTED -> coloured(MaterialDesignC.CHECK_UNDERLINE, "icon-blue");
            case PROCESSING -> coloured(MaterialDesignA.ACCOUNT_CLOCK_OUTLINE, "icon-blue");
            case ISSUED -> coloured(MaterialDesignF.FILE_CERTIFICATE_OUTLINE, "icon-green");
            case COLLECTED, COMPLETED -> coloured(MaterialDesignC.CHECK_CIRCLE, "icon-green");
            case REJECTED -> coloured(MaterialDesignC.CLOSE_CIRCLE, "icon-red");
            case RETURNED -> coloured(MaterialDesignF.FILE_UNDO_OUTLINE, "icon-amber");
        };
    }

    private static FontIcon coloured(Ikon what, String colour) {
        FontIcon icon = Icons.large(what);
        icon.getStyleClass().add(colour);
        return icon;
    }

    private String title(String item) {
        return desk.catalogue()
                .item(item)
                .map(it -> desk.texts().say(it.title()))
                .orElse(item);
    }

    private static VBox words(String state, String title) {
        return new VBox(Words.heading(state), Words.body(title));
    }

    private static LocalDate day(Instant time) {
        return LocalDate.ofInstant(time, CHINA);
    }

    private static Node card(FontIcon icon, VBox words) {
        HBox.setHgrow(words, Priority.ALWAYS);
        words.getStyleClass().add("tile-words");
        HBox row = new HBox(icon, words);
        row.getStyleClass().addAll("card", "tile-row");
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
