package kiosk.visit.runner;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.ReentrantLock;
import kiosk.device.CodeScanner;
import kiosk.device.Devices;
import kiosk.device.IdCardReader;
import kiosk.device.Presence;
import kiosk.device.SocialCardReader;
import kiosk.identity.Evidence;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.visit.Setback;
import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Ear.Deaf;
import kiosk.visit.runner.Ear.Heard;
import kiosk.visit.runner.Ear.Nothing;
import kiosk.visit.runner.Ear.Something;

/** Listens at all readers at once; the first card or code ends it. */
final class CardListener {
    private static final Duration TURN = Duration.ofSeconds(5);

    private final Devices devices;
    private final Journal journal;
    private final Clock clock;
    private final List<Ear> ears;
    private final ReentrantLock oneAtATime = new ReentrantLock();
    private final List<Thread> listening = new ArrayList<>();

    CardListener(Devices devices, Journal journal, Clock clock) {
        this(devices, journal, clock, Ear.Tempo.USUAL);
    }

    CardListener(Devices devices, Journal journal, Clock clock, Ear.Tempo tempo) {
        this.devices = devices;
        this.journal = journal;
        this.clock = clock;
        this.ears = List.of(
                new Ear(
                        "id-card",
                        tempo,
                        journal,
                        this::idCard,
                        () -> devices.idCardReader().presence()),
                new Ear(
                        "social-card",
                        tempo,
                        journal,
                        this::socialCard,
                        () -> devices.socialCardReader().presence()),
                new Ear("code", tempo, journal, this::code, () -> Presence.UNKNOWN));
    }

    /** Waits for the first card or code, for ever; interrupting ends the wait. */
    VisitEvent listen() throws InterruptedException {
        oneAtATime.lockInterruptibly();
        try {
            waitForThoseWhoListened();
            BlockingQueue<Ear.From> heard = new ArrayBlockingQueue<>(ears.size());
            ears.forEach(ear -> listening.add(ear.listen(heard)));
            return heard(heard.take());
        } finally {
            listening.forEach(Thread::interrupt);
            oneAtATime.unlock();
        }
    }

    /** Somebody is there: the card that was read last may be meant once more. */
    void welcomeAgain() {
        ears.forEach(ear -> ear.welcomeAgain(true));
    }

    /** Whoever touched the screen is served now: what lies at any reader is not meant by that touch any more. */
    private VisitEvent heard(Ear.From first) {
        VisitEvent event = first.something().event();
        first.something().note().run();
        first.ear().remember(event);
        if (event instanceof VisitEvent.CardLaid) {
            ears.forEach(ear -> ear.welcomeAgain(false));
        }
        return event;
    }

    /** A read that had begun may take some seconds more; the one who laid a card does not wait for it, the next listening does. */
    private void waitForThoseWhoListened() throws InterruptedException {
        for (Thread thread : listening) {
            thread.join(TURN.toMillis());
        }
        listening.clear();
    }

    private Heard idCard() throws InterruptedException {
        long began = clock.millis();
        IdCardReader.Outcome outcome = devices.idCardReader().read(TURN);
        if (outcome instanceof IdCardReader.Read read) {
            return laid(new Evidence.ByIdCard(read.card(), read.imprint()), began);
        }
        if (outcome instanceof IdCardReader.Unreadable unreadable) {
            return troubled(Setback.of(unreadable.trouble()));
        }
        return outcome instanceof IdCardReader.Broken ? new Deaf() : new Nothing();
    }

    private Heard socialCard() throws InterruptedException {
        long began = clock.millis();
        SocialCardReader.Outcome outcome = devices.socialCardReader().read(TURN);
        if (outcome instanceof SocialCardReader.Read read) {
            return laid(new Evidence.BySocialCard(read.card(), read.imprint()), began);
        }
        if (outcome instanceof SocialCardReader.Unreadable unreadable) {
            return troubled(Setback.of(unreadable.trouble()));
        }
        return outcome instanceof SocialCardReader.Broken ? new Deaf() : new Nothing();
    }

    private Heard code() throws InterruptedException {
        CodeScanner.Outcome outcome = devices.codeScanner().scan(TURN);
        if (outcome instanceof CodeScanner.Scanned scanned) {
            return new Something(new VisitEvent.CardLaid(new Evidence.ByCode(scanned.text())), () -> {});
        }
        if (outcome instanceof CodeScanner.Unusable) {
            return troubled(Setback.CODE_UNUSABLE);
        }
        return outcome instanceof CodeScanner.Broken ? new Deaf() : new Nothing();
    }

    private Heard laid(Evidence evidence, long began) {
        Journal.Millis took = new Journal.Millis(clock.millis() - began);
        return new Something(new VisitEvent.CardLaid(evidence), () -> journal.note(Occurrence.CARD_READ, took));
    }

    private Heard troubled(Setback setback) {
        return new Something(
                new VisitEvent.CardTroubled(setback),
                () -> journal.note(Occurrence.CARD_TROUBLE, new Journal.Which(setback)));
    }
}
