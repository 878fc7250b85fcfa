package kiosk.visit.runner;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import kiosk.device.CodeScanner;
import kiosk.device.Devices;
import kiosk.device.IdCardReader;
import kiosk.device.SocialCardReader;
import kiosk.identity.Evidence;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.visit.Setback;
import kiosk.visit.VisitEvent;

/** Listens at all readers at once; the first card or code ends it. */
final class CardListener {
    private static final Duration TURN = Duration.ofSeconds(5);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Devices devices;
    private final Journal journal;
    private final Clock clock;

    CardListener(Devices devices, Journal journal, Clock clock) {
        this.devices = devices;
        this.journal = journal;
        this.clock = clock;
    }

    /** Waits for the first card or code, for ever; interrupting ends the wait. */
    VisitEvent listen() throws InterruptedException {
        BlockingQueue<VisitEvent> heard = new ArrayBlockingQueue<>(3);
        List<Thread> ears = List.of(
                ear("id-card", heard, this::idCard),
                ear("social-card", heard, this::socialCard),
                ear("code", heard, this::code));
        try {
            return heard.take();
        } finally {
            ears.forEach(Thread::interrupt);
            for (Thread ear : ears) {
                ear.join(TURN.toMillis());
            }
        }
    }

    /** One turn at one reader. */
    private interface Turn {
        Optional<VisitEvent> take() throws InterruptedException;
    }

    private static Thread ear(String reader, BlockingQueue<VisitEvent> heard, Turn turn) {
        Thread thread = new Thread(() -> listenAt(heard, turn), "listen-" + reader);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void listenAt(BlockingQueue<VisitEvent> heard, Turn turn) {
        try {
            Optional<VisitEvent> event = Optional.empty();
            while (event.isEmpty()) {
                event = turn.take();
            }
            heard.put(event.get());
        } catch (InterruptedException nobodyListensAnyMore) {
            Thread.currentThread().interrupt();
        }
    }

    private Optional<VisitEvent> idCard() throws InterruptedException {
        long began = clock.millis();
        IdCardReader.Outcome outcome = devices.idCardReader().read(TURN);
        if (outcome instanceof IdCardReader.Read read) {
            journal.note(Occurrence.CARD_READ, new Journal.Millis(clock.millis() - began));
            return laid(new Evidence.ByIdCard(read.card()));
        }
        if (outcome instanceof IdCardReader.Unreadable unreadable) {
            return troubled(Setback.of(unreadable.trouble()));
        }
        return outcome instanceof IdCardReader.Broken ? rest() : Optional.empty();
    }

    private Optional<VisitEvent> socialCard() throws InterruptedException {
        long began = clock.millis();
        SocialCardReader.Outcome outcome = devices.socialCardReader().read(TURN);
        if (outcome instanceof SocialCardReader.Read read) {
            journal.note(Occurrence.CARD_READ, new Journal.Millis(clock.millis() - began));
            return laid(new Evidence.BySocialCard(read.card()));
        }
        if (outcome instanceof SocialCardReader.Unreadable unreadable) {
            return troubled(Setback.of(unreadable.trouble()));
        }
        return outcome instanceof SocialCardReader.Broken ? rest() : Optional.empty();
    }

    private Optional<VisitEvent> code() throws InterruptedException {
        CodeScanner.Outcome outcome = devices.codeScanner().scan(TURN);
        if (outcome instanceof CodeScanner.Scanned scanned) {
            return laid(new Evidence.ByCode(scanned.text()));
        }
        if (outcome instanceof CodeScanner.Unusable) {
            return troubled(Setback.CODE_UNUSABLE);
        }
        return outcome instanceof CodeScanner.Broken ? rest() : Optional.empty();
    }

    private static Optional<VisitEvent> laid(Evidence evidence) {
        return Optional.of(new VisitEvent.CardLaid(evidence));
    }

    private Optional<VisitEvent> troubled(Setback setback) {
        journal.note(Occurrence.CARD_TROUBLE, new Journal.Which(setback));
        return Optional.of(new VisitEvent.CardTroubled(setback));
    }

    /** A broken reader answers at once: rest before asking again. */
    private static Optional<VisitEvent> rest() throws InterruptedException {
        Pause.of(REST);
        return Optional.empty();
    }
}
