package kiosk.sync.wire;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kiosk.catalogue.Department;
import kiosk.sync.seal.Announcement;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.wire.Json.Malformed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the platform again and again how it is (PLATFORM-API.md, section 3), from a thread of its own: which departments answer, and
 * which keys to seal to.
 */
public final class StatusProbe implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StatusProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(4);
    private static final double JITTER = 0.2;

    private final Wire wire;
    private final KeyShelf shelf;
    private final Pace pace;
    private final Before before;
    private final List<Consumer<KeyShelf.Taken>> keyListeners = new CopyOnWriteArrayList<>();
    private Optional<Announcement> refused = Optional.empty();
    private final List<Consumer<Set<Department>>> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition hurry = lock.newCondition();
    private volatile Set<Department> reachable = Set.of();
    private volatile Thread thread = new Thread();
    private volatile boolean closed;
    private boolean hurried;

    /** About how often it asks: while the platform answers, and while it does not. */
    public record Pace(Duration answered, Duration away) {}

    /** What is done before each asking. */
    interface Before {
        void look() throws InterruptedException;
    }

    /** A probe that asks about every {@code interval} once it is started. */
    public StatusProbe(Wire wire, KeyShelf shelf, Duration interval) {
        this(wire, shelf, new Pace(interval, interval), () -> {});
    }

    /** A probe that sees to the enrolment each time before it asks. */
    public static StatusProbe of(Wire wire, KeyShelf shelf, Pace pace, Enrolment enrolment) {
        return new StatusProbe(wire, shelf, pace, enrolment::look);
    }

    StatusProbe(Wire wire, KeyShelf shelf, Pace pace, Before before) {
        this.wire = wire;
        this.shelf = shelf;
        this.pace = pace;
        this.before = before;
    }

    /** Begins to ask; a listener that stumbles does not end it. */
    public void start() {
        begin(this::run);
    }

    private void begin(Runnable asking) {
        Thread next = new Thread(asking, "status-probe");
        next.setDaemon(true);
        next.setUncaughtExceptionHandler((broken, bug) -> {
            LOG.error("the probe stumbled", bug);
            if (!closed) {
                begin(this::runAfterAPause);
            }
        });
        thread = next;
        next.start();
    }

    /** The departments that answered when last asked. */
    public Set<Department> reachable() {
        return reachable;
    }

    /** Tells whenever the departments that answer change, from the probe's thread; the listener is to return soon. */
    public void whenChanged(Consumer<Set<Department>> listener) {
        listeners.add(listener);
    }

    /** Tells of keys that are new, or that nobody vouches for, from the probe's thread. */
    public void whenKeysAnnounced(Consumer<KeyShelf.Taken> listener) {
        keyListeners.add(listener);
    }

    /** Asks again without waiting for the interval to end. */
    public void soon() {
        lock.lock();
        try {
            hurried = true;
            hurry.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Nothing is known until it has asked again, and what stumbles each time does not do so without end at once. */
    private void runAfterAPause() {
        try {
            look(Set.of());
            pause();
            run();
        } catch (InterruptedException closing) {
            LOG.debug("the probe ends");
        }
    }

    private void run() {
        try {
            while (!closed) {
                look(answering());
                pause();
            }
        } catch (InterruptedException closing) {
            LOG.debug("the probe ends");
        }
    }

    private void look(Set<Department> now) {
        if (!now.equals(reachable)) {
            reachable = now;
            LOG.info("{} departments answer", now.size());
            listeners.forEach(it -> it.accept(now));
        }
    }

    private Set<Department> answering() throws InterruptedException {
        before.look();
        Reply reply = wire.ask(Question.of("GET", "/v1/status", PATIENCE));
        if (!(reply instanceof Reply.Success success)) {
            return Set.of();
        }
        try {
            Json json = Json.parse(success.body());
            keys(json);
            return departments(json.object("departments"));
        } catch (Malformed e) {
            LOG.warn("a status that is not one: {}", e.getMessage());
            return Set.of();
        }
    }

    /** Keys that nobody vouches for are not used, and said once; those in use stay. */
    private void keys(Json json) {
        Optional<Announcement> heard = Announcement.read(json.node().path("keys"));
        if (heard.isEmpty()) {
            LOG.error("the platform announced keys that are none");
            return;
        }
        try {
            KeyShelf.Taken taken = shelf.take(heard.get());
            boolean said = taken == KeyShelf.Taken.REFUSED && heard.equals(refused);
            refused = taken == KeyShelf.Taken.REFUSED ? heard : Optional.empty();
            if (taken != KeyShelf.Taken.KNOWN && !said) {
                keyListeners.forEach(it -> it.accept(taken));
            }
        } catch (UncheckedIOException e) {
            LOG.error("the platform's keys are known but could not be kept: {}", e.getMessage());
        }
    }

    private static Set<Department> departments(Json json) {
        Set<Department> up = EnumSet.noneOf(Department.class);
        for (Department department : Department.values()) {
            if (json.flag(department.word())) {
                up.add(department);
            }
        }
        return Set.copyOf(up);
    }

    private void pause() throws InterruptedException {
        double jitter = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        long left = TimeUnit.NANOSECONDS.convert(reachable.isEmpty() ? pace.away() : pace.answered());
        left = (long) (left * jitter);
        lock.lockInterruptibly();
        try {
            while (!hurried && left > 0) {
                left = hurry.awaitNanos(left);
            }
            hurried = false;
        } finally {
            lock.unlock();
        }
    }

    /** Ends within a moment. */
    @Override
    public void close() {
        closed = true;
        Thread last = thread;
        last.interrupt();
        try {
            last.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
