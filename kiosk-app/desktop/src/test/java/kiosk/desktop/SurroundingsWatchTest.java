package kiosk.desktop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import kiosk.catalogue.Availability;
import kiosk.catalogue.Department;
import kiosk.catalogue.ServiceItem;
import kiosk.catalogue.Surroundings;
import kiosk.device.AbsentDevice;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.PagePrinter;
import kiosk.submission.Outbox;
import kiosk.upkeep.Chore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The watch goes on whatever it meets. */
class SurroundingsWatchTest {
    private final BlockingQueue<Surroundings> changes = new LinkedBlockingQueue<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final SurroundingsWatch watch =
            new SurroundingsWatch(AbsentDevice.none(), this::reachable, this::closed, (occurrence, figures) -> {});

    @AfterEach
    void stop() {
        watch.close();
    }

    /** Stumbles at the second question, and has better news from the third on. */
    private Set<Department> reachable() {
        int now = asked.incrementAndGet();
        if (now == 2) {
            throw new IllegalStateException("a bug");
        }
        return now < 3 ? Set.of() : EnumSet.allOf(Department.class);
    }

    private Optional<Outbox.Why> closed() {
        if (asked.get() < 5) {
            throw new UncheckedIOException("the store failed", new IOException());
        }
        return Optional.empty();
    }

    @Test
    void aRoundThatStumblesIsNotTheLastAndABrokenQueueIsShut() throws InterruptedException {
        watch.onChange(() -> changes.add(watch.now()));
        watch.start(Duration.ofSeconds(60));
        assertThat(changes.poll(10, TimeUnit.SECONDS)).isEqualTo(new Surroundings(Set.of(), Set.of(), false));
        Surroundings healed = new Surroundings(Set.of(), EnumSet.allOf(Department.class), true);
        Surroundings last = changes.poll(10, TimeUnit.SECONDS);
        while (last != null && !last.equals(healed)) {
            last = changes.poll(10, TimeUnit.SECONDS);
        }
        assertThat(last).isEqualTo(healed);
    }

    @Test
    void anItemWhosePrinterIsAwayIsNotOfferedForThatReasonAndComesBackByItself() throws InterruptedException {
        SwitchedPrinter printer = new SwitchedPrinter();
        ServiceItem item = Samples.item("social-security.contribution-certificate");
        BlockingQueue<Availability> offers = new LinkedBlockingQueue<>();
        try (SurroundingsWatch running = new SurroundingsWatch(
                printer.alone(), () -> EnumSet.allOf(Department.class), Optional::empty, (occurrence, figures) -> {})) {
            running.onChange(() -> offers.add(Availability.of(item, running.now())));
            running.start(Duration.ofMillis(20));
            awaits(offers, new Availability.Now());
            printer.unplugged = true;
            awaits(offers, new Availability.NotNow(Availability.Reason.PAGE_PRINTER_AWAY));
            assertThat(running.now().chores())
                    .containsExactly(
                            new Chore(DeviceKind.PAGE_PRINTER, Fault.Cause.NOT_CONNECTED, OptionalInt.empty()));
            printer.unplugged = false;
            awaits(offers, new Availability.Now());
        }
    }

    @Test
    void whatWasPluggedInIsLookedAtLongBeforeTheNextRound() throws InterruptedException {
        SwitchedPrinter printer = new SwitchedPrinter();
        printer.unplugged = true;
        ServiceItem item = Samples.item("social-security.contribution-certificate");
        BlockingQueue<Availability> offers = new LinkedBlockingQueue<>();
        try (SurroundingsWatch running = new SurroundingsWatch(
                printer.alone(), () -> EnumSet.allOf(Department.class), Optional::empty, (occurrence, figures) -> {})) {
            running.onChange(() -> offers.add(Availability.of(item, running.now())));
            running.start(Duration.ofMinutes(10));
            awaits(offers, new Availability.NotNow(Availability.Reason.PAGE_PRINTER_AWAY));
            printer.unplugged = false;
            running.lookSoon();
            running.lookSoon();
            awaits(offers, new Availability.Now());
        }
    }

    private static void awaits(BlockingQueue<Availability> offers, Availability expected) throws InterruptedException {
        Availability next = offers.poll(10, TimeUnit.SECONDS);
        while (next != null && !next.equals(expected)) {
            next = offers.poll(10, TimeUnit.SECONDS);
        }
        assertThat(next).isEqualTo(expected);
    }

    /** A page printer that can be unplugged. */
    private static final class SwitchedPrinter implements PagePrinter {
        private static final Fault GONE = new Fault(Fault.Cause.NOT_CONNECTED, "");

        private volatile boolean unplugged;

        Devices alone() {
            Devices none = AbsentDevice.none();
            return new Devices(
                    none.idCardReader(),
                    none.socialCardReader(),
                    none.codeScanner(),
                    none.documentScanner(),
                    none.receiptPrinter(),
                    this);
        }

        @Override
        public Health health() {
            return unplugged ? Health.offline(GONE, Health.Nameplate.UNKNOWN) : Health.online(Health.Nameplate.UNKNOWN);
        }

        @Override
        public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) {
            return new NotPrinted(GONE);
        }

        @Override
        public void close() {
            unplugged = true;
        }
    }
}
