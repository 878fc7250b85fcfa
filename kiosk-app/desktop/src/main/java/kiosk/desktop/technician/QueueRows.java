package kiosk.desktop.technician;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import kiosk.desktop.Desk;
import kiosk.desktop.widget.BigButton;
import kiosk.desktop.widget.Notice;
import kiosk.desktop.widget.Words;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Outbox.Summary;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.SubmissionNumber;

/** The queue: how deep, how old, and each entry that is not delivered, to be tried again. No person is named in it. */
final class QueueRows {
    private static final int MOST = 50;

    private final Desk desk;
    private final Outbox outbox;
    private final Journal journal;
    private final QueueLook look;

    QueueRows(Desk desk, Workshop workshop, QueueLook look) {
        this.desk = desk;
        this.outbox = workshop.outbox();
        this.journal = workshop.journal();
        this.look = look;
    }

    /** Looks at the queue again. */
    void renew() {
        look.again(MOST);
    }

    List<Node> draw(int technician) {
        QueueLook.Seen seen = look.seen();
        List<Node> rows = new ArrayList<>(
                switch (seen.state()) {
                    case LOOKING -> List.of(new Notice(Notice.Kind.KNOWN, desk.say("technician.queue-looking")));
                    case READ -> List.<Node>of();
                    case UNREADABLE -> List.of(new Notice(Notice.Kind.FAILED, desk.say("technician.queue-unreadable")));
                    case NOT_WRITTEN -> List.of(new Notice(Notice.Kind.FAILED, desk.say("technician.not-retried")));
                });
        seen.summary().ifPresent(it -> rows.addAll(counts(it)));
        seen.entries().forEach(it -> rows.add(row(it, technician)));
        return rows;
    }

    private List<Node> counts(Summary summary) {
        List<Node> rows = new ArrayList<>();
        rows.add(
                Words.heading(desk.say("technician.summary", summary.waiting(), summary.stuck(), summary.delivered())));
        summary.oldest()
                .ifPresent(it -> rows.add(Words.body(desk.say(
                        "technician.oldest",
                        Duration.between(it, desk.clock().instant()).toMinutes()))));
        rows.add(Words.aside(desk.say(summary.open() ? "technician.open" : "technician.closed")));
        return rows;
    }

    private Node row(Waiting entry, int technician) {
        String number =
                entry.number().map(SubmissionNumber::text).orElse(entry.id().toString());
        VBox said = new VBox(
                Words.heading(number),
                Words.aside(desk.say("technician.entry", entry.item(), entry.state(), entry.attempts())));
        HBox.setHgrow(said, Priority.ALWAYS);
        BigButton retry = BigButton.plain("retry-" + number, desk.say("technician.retry"), () -> {
            look.after(() -> retry(entry, technician), MOST);
            desk.redraw();
        });
        retry.setMinWidth(HBox.USE_PREF_SIZE);
        HBox row = new HBox(said, retry);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("entry-row");
        row.setMinHeight(HBox.USE_PREF_SIZE);
        return row;
    }

    private void retry(Waiting entry, int technician) {
        outbox.retry(entry.id());
        journal.note(Occurrence.QUEUE_RETRIED, new Journal.Technician(technician), new Journal.Of(entry.id()));
    }
}
