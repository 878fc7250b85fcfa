package kiosk.visit.runner;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kiosk.catalogue.Surroundings;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.twin.Bell;
import kiosk.twin.CardSlot;
import kiosk.twin.CardTray;
import kiosk.twin.CodeWindow;
import kiosk.twin.Items;
import kiosk.twin.ListJournal;
import kiosk.twin.MemoryDrafts;
import kiosk.twin.MemoryOutbox;
import kiosk.twin.PaperFeeder;
import kiosk.twin.PaperLedger;
import kiosk.twin.PaperPlatform;
import kiosk.twin.PaperRoll;
import kiosk.twin.PaperStack;
import kiosk.twin.PlainPageDesk;
import kiosk.twin.PlainPaperwork;
import kiosk.twin.PlainSlips;
import kiosk.twin.TurnedClock;

/** The far side of every port, in memory. */
final class Counterpart {
    static final Patience PATIENCE = new Patience(
            Map.of(),
            Duration.ofSeconds(90),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofMillis(2));

    final CardTray cards = new CardTray();
    final CardSlot slot = new CardSlot();
    final CodeWindow codes = new CodeWindow();
    final PaperFeeder feeder = new PaperFeeder();
    final PaperRoll roll = new PaperRoll();
    final PaperStack stack = new PaperStack();
    final PaperPlatform platform = new PaperPlatform();
    final PlainPaperwork paperwork = new PlainPaperwork();
    final PlainPageDesk pageDesk = new PlainPageDesk();
    final MemoryOutbox outbox = new MemoryOutbox();
    final PaperLedger prints = new PaperLedger();
    final MemoryDrafts drafts = new MemoryDrafts();
    final PlainSlips slips = new PlainSlips();
    final Bell bell = new Bell();
    final ListJournal journal = new ListJournal();
    final Clock clock = TurnedClock.movingOnBy(Duration.ofMillis(1));
    volatile Set<DeviceKind> usable = Set.of(DeviceKind.values());
    volatile Surroundings.Queue queue = Surroundings.Queue.OPEN;

    void cutTheLine() {
        platform.cutTheLine();
        outbox.cutTheLine();
    }

    Surroundings surroundings() {
        return new Surroundings(usable, platform.reachable(), queue, List.of());
    }

    Ports ports() {
        return ports(clock);
    }

    Ports ports(Clock watch) {
        Devices devices = new Devices(cards, slot, codes, feeder, roll, stack);
        return new Ports(devices, platform, outbox, paperwork, pageDesk, prints, drafts, slips, bell, journal, watch);
    }

    VisitRunner.Setting setting() {
        return new VisitRunner.Setting(performer(), PATIENCE, Items.CATALOGUE, this::surroundings, journal, clock);
    }

    PortsPerformer performer() {
        return new PortsPerformer(ports(), PATIENCE);
    }
}
