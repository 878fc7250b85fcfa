package kiosk.visit.runner;

import java.time.Duration;
import java.util.function.Consumer;
import kiosk.device.DeviceKind;
import kiosk.device.DocumentScanner;
import kiosk.device.Presence;
import kiosk.device.card.PinOutcome;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.PageDesk;
import kiosk.visit.Announcer;
import kiosk.visit.Effect;
import kiosk.visit.VisitEvent;

/** Performs the effects that concern the devices at the counter. */
final class Counter {
    private static final Duration LOOK = Duration.ofMillis(400);
    private static final Duration BETWEEN_CALLS = Duration.ofSeconds(5);
    private static final Duration CARD_IN = Duration.ofSeconds(2);
    private static final Duration OUT_OF_SIGHT = Duration.ofSeconds(10);

    private final Ports ports;
    private final Patience patience;
    private final Duration outOfSight;
    private final CardListener listener;

    Counter(Ports ports, Patience patience) {
        this(ports, patience, OUT_OF_SIGHT);
    }

    /** @param outOfSight after how long a card that cannot be seen counts as gone */
    Counter(Ports ports, Patience patience, Duration outOfSight) {
        this.ports = ports;
        this.patience = patience;
        this.outOfSight = outOfSight;
        this.listener = new CardListener(ports.devices(), ports.journal(), ports.clock());
    }

    VisitEvent listen() throws InterruptedException {
        VisitEvent heard = listener.listen();
        return heard instanceof VisitEvent.CardLaid laid && !ports.drafts().open()
                ? new VisitEvent.CardLaid(laid.evidence().withoutImprint())
                : heard;
    }

    void welcomeAgain() {
        listener.welcomeAgain();
    }

    VisitEvent scan(Effect.Scan scan, Consumer<VisitEvent> meanwhile) throws InterruptedException {
        long began = ports.clock().millis();
        DocumentScanner scanner = ports.devices().documentScanner();
        if (scan.before() == 0) {
            scanner.beginAnew();
        }
        DocumentScanner.Outcome outcome = scanner.scan(
                scan.resolution(), patience.scan(), part -> meanwhile.accept(new VisitEvent.ScanMoved(part)));
        boolean in = outcome instanceof DocumentScanner.Scanned;
        ports.journal().note(in ? Occurrence.PAGE_SCANNED : Occurrence.SCAN_FAILED, since(began));
        return outcome instanceof DocumentScanner.Scanned scanned
                ? lookedOver(scan.material(), scanned)
                : new VisitEvent.PageIn(scan.material(), outcome);
    }

    private VisitEvent lookedOver(String material, DocumentScanner.Scanned scanned) throws InterruptedException {
        PageDesk.Look look = ports.pageDesk().look(scanned.page());
        return new VisitEvent.PageIn(material, new DocumentScanner.Scanned(look.page(), scanned.rest()), look.flaws());
    }

    /** Calls the citizen back until nobody wants it any more. */
    void announce(Effect.Announce announce) throws InterruptedException {
        if (announce.left() == Announcer.Left.PAPER) {
            Pause.of(BETWEEN_CALLS);
        }
        while (true) {
            ports.announcer().call(announce.left());
            Pause.of(BETWEEN_CALLS);
        }
    }

    VisitEvent pinTries(Effect.AskPinTries ask) throws InterruptedException {
        return new VisitEvent.PinAnswered(ports.devices().socialCardReader().pinTries(ask.cardId(), CARD_IN));
    }

    VisitEvent changePin(Effect.ChangePin change) throws InterruptedException {
        try {
            PinOutcome outcome = ports.devices()
                    .socialCardReader()
                    .changePin(change.cardId(), change.old(), change.fresh(), CARD_IN);
            boolean changed = outcome instanceof PinOutcome.Changed;
            ports.journal().note(changed ? Occurrence.CARD_PIN_CHANGED : Occurrence.CARD_PIN_NOT_CHANGED);
            return new VisitEvent.PinAnswered(outcome);
        } finally {
            change.old().wipe();
            change.fresh().wipe();
        }
    }

    /** Answers at once when the card was not seen before, else when it is gone, or has been out of sight for a while. */
    VisitEvent watch(Effect.WatchCard watch) throws InterruptedException {
        Presence seen = look(watch.reader());
        if (seen == Presence.THERE && watch.last() != Presence.THERE) {
            ports.journal().note(Occurrence.CARD_LEFT_BEHIND, new Journal.Which(watch.reader()));
        }
        return new VisitEvent.CardSeen(watch.last() == Presence.THERE ? outOfSight(watch.reader(), seen) : seen);
    }

    /** A reader that cannot tell for a moment does not mean that the card was taken. */
    private Presence outOfSight(DeviceKind reader, Presence first) throws InterruptedException {
        Presence seen = first;
        long lastSeen = System.nanoTime();
        while (seen == Presence.THERE || (seen == Presence.UNKNOWN && isRecent(lastSeen))) {
            lastSeen = seen == Presence.THERE ? System.nanoTime() : lastSeen;
            Pause.of(LOOK);
            seen = look(reader);
        }
        return seen;
    }

    private boolean isRecent(long lastSeen) {
        return System.nanoTime() - lastSeen < outOfSight.toNanos();
    }

    private Presence look(DeviceKind reader) throws InterruptedException {
        return reader == DeviceKind.ID_CARD_READER
                ? ports.devices().idCardReader().presence()
                : ports.devices().socialCardReader().presence();
    }

    private Journal.Millis since(long began) {
        return new Journal.Millis(ports.clock().millis() - began);
    }
}
