package kiosk.desktop.technician;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.diagnosis.BacklogReport;
import kiosk.desktop.technician.board.States;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Backlog;
import kiosk.submission.Backlog.Item;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Summary;
import org.kordamp.ikonli.materialdesign2.MaterialDesignU;

/** The queue: how deep, how old, and each entry that is not delivered, to be tried again or carried away. No person is named in it. */
final class QueueRows {
    private static final int MOST = 50;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.of("Asia/Shanghai"));

    private final Desk desk;
    private final Outbox outbox;
    private final Journal journal;
    private final QueueLook look;
    private Optional<Backlog.Export> carried = Optional.empty();

    QueueRows(Desk desk, Workshop workshop, QueueLook look) {
        this.desk = desk;
        this.outbox = workshop.outbox();
        this.journal = workshop.journal();
        this.look = look;
    }

    /** Looks at the queue again. */
    void renew() {
        carried = Optional.empty();
        look.again(MOST);
    }

    List<Node> draw(int technician) {
        QueueLook.Seen seen = look.seen();
        List<Node> rows = new ArrayList<>(
                switch (seen.state()) {
                    case LOOKING -> List.of(new Notice(Notice.Kind.KNOWN, desk.say("technician.queue-looking")));
                    case CARRYING -> List.of(new Notice(Notice.Kind.KNOWN, desk.say("technician.queue-carrying")));
                    case READ -> List.<Node>of();
                    case UNREADABLE -> List.of(new Notice(Notice.Kind.FAILED, desk.say("technician.queue-unreadable")));
                    case NOT_WRITTEN -> List.of(new Notice(Notice.Kind.FAILED, desk.say("technician.not-retried")));
                });
        carried.ifPresent(it -> rows.add(said(it)));
        seen.summary().ifPresent(it -> rows.addAll(counts(it)));
        if (!seen.entries().isEmpty()) {
            rows.add(carry(technician));
        } else if (seen.state() == QueueLook.State.READ) {
            rows.add(new Notice(Notice.Kind.DONE, desk.say("backlog.empty")));
        }
        seen.entries().forEach(it -> rows.add(row(it, technician)));
        return rows;
    }

    private Notice said(Backlog.Export export) {
        Notice.Kind kind = export instanceof Backlog.Written ? Notice.Kind.DONE : Notice.Kind.MUST;
        return new Notice(kind, BacklogReport.said(desk.texts(), export));
    }

    private List<Node> counts(Summary summary) {
        List<Node> rows = new ArrayList<>();
        rows.add(
                Words.heading(desk.say("technician.summary", summary.waiting(), summary.stuck(), summary.delivered())));
        summary.oldest()
                .ifPresent(it -> rows.add(Words.body(desk.say(
                        "technician.oldest",
                        BacklogReport.age(desk.texts(), it, desk.clock().instant())))));
        rows.add(Words.aside(desk.say(summary.open() ? "technician.open" : "technician.closed")));
        return rows;
    }

    private Node carry(int technician) {
        BigButton carry = BigButton.plain("queue-carry", desk.say("technician.carry"), () -> {
                    look.carry(it -> carried(it, technician), MOST);
                    desk.redraw();
                })
                .with(MaterialDesignU.USB_FLASH_DRIVE);
        FlowPane deeds = new FlowPane(carry);
        deeds.getStyleClass().add("tabs");
        return deeds;
    }

    private void carried(Backlog.Export export, int technician) {
        carried = Optional.of(export);
        if (export instanceof Backlog.Written written) {
            journal.note(
                    Occurrence.QUEUE_EXPORTED, new Journal.Technician(technician), new Journal.Count(written.items()));
        }
    }

    private Node row(Item entry, int technician) {
        String number = entry.number().text();
        Instant now = desk.clock().instant();
        VBox said = new VBox(
                Words.heading(name(entry)),
                Words.body(desk.texts().say(entry.state())
                        + desk.say("technician.mark")
                        + BacklogReport.cause(desk.texts(), entry)),
                Words.aside(desk.say(
                        "technician.entry",
                        BacklogReport.age(desk.texts(), entry.taken(), now),
                        entry.attempts(),
                        next(entry))),
                Words.aside(number + " · " + BacklogReport.size(entry.load().bytes())));
        HBox.setHgrow(said, Priority.ALWAYS);
        BigButton retry = BigButton.plain("retry-" + number, desk.say("technician.retry"), () -> {
            look.after(() -> retry(entry, technician), MOST);
            desk.redraw();
        });
        retry.setMinWidth(HBox.USE_PREF_SIZE);
        HBox row = new HBox(States.icon(entry), said, retry);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    private String name(Item entry) {
        String item = desk.catalogue()
                .item(entry.item())
                .map(it -> desk.texts().say(it.title()))
                .orElse(entry.item());
        return entry.rating() ? desk.say("technician.rating-of", item) : item;
    }

    private String next(Item entry) {
        return entry.next()
                .map(it -> desk.say("technician.next", TIME.format(it)))
                .orElseGet(() -> desk.say("technician.no-next"));
    }

    private void retry(Item entry, int technician) {
        outbox.retry(entry.id());
        journal.note(Occurrence.QUEUE_RETRIED, new Journal.Technician(technician), new Journal.Of(entry.id()));
    }
}
