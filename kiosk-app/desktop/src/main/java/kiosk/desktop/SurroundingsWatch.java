package kiosk.desktop;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import kiosk.catalogue.Department;
import kiosk.catalogue.Surroundings;
import kiosk.catalogue.Surroundings.Queue;
import kiosk.device.DeviceKind;
import kiosk.device.Devices;
import kiosk.device.Fault;
import kiosk.device.Health;
import kiosk.device.plug.PlugWatch;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.upkeep.Chore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an eye on devices, departments and queue, and tells when something changed. */
final class SurroundingsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SurroundingsWatch.class);
    private static final Health UNKNOWN =
            Health.offline(new Fault(Fault.Cause.NO_ANSWER, "not asked yet"), Health.Nameplate.UNKNOWN);
    private static final Duration A_FILE_IS_MADE_WITHIN = Duration.ofMillis(300);

    private final Map<DeviceKind, Health> healths = new ConcurrentHashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final List<BiConsumer<DeviceKind, Health>> onlookers = new CopyOnWriteArrayList<>();
    private final List<PlugWatch.Ear> ears = new ArrayList<>();
    private final List<ScheduledFuture<?>> rounds = new ArrayList<>();
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(3, work -> {
        Thread thread = new Thread(work, "watch");
        thread.setDaemon(true);
        return thread;
    });
    private final Devices devices;
    private final Supplier<Set<Department>> reachable;
    private final Supplier<Optional<Outbox.Why>> closed;
    private final Journal journal;
    private volatile Function<DeviceKind, OptionalInt> printsLeft = printer -> OptionalInt.empty();
    private volatile Future<?> nextLook = CompletableFuture.completedFuture("");
    private volatile Surroundings last = new Surroundings(Set.of(), Set.of(), true);

    SurroundingsWatch(
            Devices devices,
            Supplier<Set<Department>> reachable,
            Supplier<Optional<Outbox.Why>> closed,
            Journal journal) {
        this.devices = devices;
        this.reachable = reachable;
        this.closed = closed;
        this.journal = journal;
    }

    /** Asks each device at once and then at that interval; each on its own, so that a slow one holds up no other. */
    void start(Duration interval) {
        ServiceLoader.load(PlugWatch.class).forEach(it -> ears.add(it.listen(this::lookSoon)));
        for (DeviceKind kind : DeviceKind.values()) {
            rounds.add(threads.scheduleWithFixedDelay(
                    () -> going(() -> look(kind)), 0, interval.toMillis(), TimeUnit.MILLISECONDS));
        }
        rounds.add(threads.scheduleWithFixedDelay(() -> going(this::compare), 50, 500, TimeUnit.MILLISECONDS));
    }

    /** Looks at every device once the system has made its file, however many events tell of it; the rounds go on as they did. */
    void lookSoon() {
        if (nextLook.isDone()) {
            nextLook = threads.schedule(this::lookAtAll, A_FILE_IS_MADE_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void lookAtAll() {
        for (DeviceKind kind : DeviceKind.values()) {
            threads.execute(() -> going(() -> look(kind)));
        }
    }

    /** A round that stumbles is not the last: an executor would end it for good, without a word. */
    private void going(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException stumbled) {
            LOG.error("a look at the surroundings stumbled", stumbled);
        }
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Tells of every look at a device, whether something changed or not, from the thread that looked. */
    void onLook(BiConsumer<DeviceKind, Health> onlooker) {
        onlookers.add(onlooker);
    }

    /** Who knows how many prints are left in a printer; asked often, and not to block. */
    void printsLeftBy(Function<DeviceKind, OptionalInt> foreteller) {
        printsLeft = foreteller;
    }

    /** How things were when last looked at; does not block. */
    Surroundings now() {
        return last;
    }

    Map<DeviceKind, Health> healths() {
        return Map.copyOf(healths);
    }

    private void look(DeviceKind kind) {
        Health health = healthOf(kind);
        Health before = healths.getOrDefault(kind, UNKNOWN);
        healths.put(kind, health);
        onlookers.forEach(it -> it.accept(kind, health));
        if (before.state() != health.state()) {
            journal.note(Occurrence.HEALTH_CHANGED, new Journal.Which(kind), new Journal.Which(health.state()));
            compare();
        }
    }

    private Health healthOf(DeviceKind kind) {
        try {
            return devices.of(kind).health();
        } catch (IllegalStateException bug) {
            LOG.error("the driver of {} stumbled", kind, bug);
            return Health.offline(new Fault(Fault.Cause.NO_ANSWER, "driver stumbled"), Health.Nameplate.UNKNOWN);
        }
    }

    /** A queue that cannot be asked takes nothing. */
    private Queue queue() {
        try {
            return closed.get().map(SurroundingsWatch::shut).orElse(Queue.OPEN);
        } catch (UncheckedIOException storeInTrouble) {
            LOG.warn("the queue cannot be asked: {}", storeInTrouble.getMessage());
            return Queue.CLOSED;
        }
    }

    private static Queue shut(Outbox.Why why) {
        return switch (why) {
            case NEARLY_FULL -> Queue.NEARLY_FULL;
            case FULL -> Queue.FULL;
            case BROKEN, NOT_SEALED -> Queue.CLOSED;
        };
    }

    private synchronized void compare() {
        Set<DeviceKind> usable = EnumSet.noneOf(DeviceKind.class);
        healths.forEach((kind, health) -> {
            if (health.usable()) {
                usable.add(kind);
            }
        });
        Surroundings now = new Surroundings(usable, reachable.get(), queue(), Chore.in(healths, printsLeft));
        if (!now.equals(last)) {
            last = now;
            listeners.forEach(Runnable::run);
        }
    }

    @Override
    public void close() {
        ears.forEach(PlugWatch.Ear::close);
        rounds.forEach(it -> it.cancel(true));
        threads.shutdownNow();
    }
}
