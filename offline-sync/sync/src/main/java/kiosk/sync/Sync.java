package kiosk.sync;

import java.security.SecureRandom;
import java.util.Set;
import java.util.function.Consumer;
import kiosk.catalogue.Department;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.platform.ProvincialPlatform;
import kiosk.submission.Outbox;
import kiosk.submission.PrintLedger;
import kiosk.sync.courier.Backoff;
import kiosk.sync.courier.Courier;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.store.SqliteJournal;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Dispatcher;
import kiosk.sync.wire.HttpPlatform;
import kiosk.sync.wire.StatusProbe;
import kiosk.sync.wire.Trust;
import kiosk.sync.wire.Wire;

/** The far side of a terminal: the queue, its courier, the platform and the journal, opened together and closed in order. */
public final class Sync implements AutoCloseable {
    private final Store store;
    private final Wire wire;
    private final StatusProbe probe;
    private final Courier courier;
    private final SqliteOutbox outbox;
    private final SqlitePrints prints;
    private final HttpPlatform platform;

    private Sync(SyncSettings settings, Store store) {
        this.store = store;
        KeyShelf shelf = new KeyShelf(settings.folder().resolve("platform.key"), settings.platformKey());
        this.wire = new Wire(settings.platform(), settings.terminal(), Trust.of(settings.authorities()));
        this.probe = new StatusProbe(wire, shelf, settings.probeInterval());
        this.platform = new HttpPlatform(wire, probe);
        this.outbox = new SqliteOutbox(store, new Sealer(shelf), settings.terminal(), settings.clock());
        this.prints = new SqlitePrints(store, settings.clock());
        this.courier = new Courier(
                new Courier.Ends(store, prints, new Dispatcher(wire), platform),
                settings.clock(),
                Backoff.usual(new SecureRandom()),
                settings.spread());
    }

    /**
     * Opens the store and sets the courier and the probe to work.
     *
     * @throws IllegalStateException if another process has the folder
     * @throws IllegalArgumentException if the settings cannot be used
     */
    public static Sync open(SyncSettings settings) {
        Store store = Store.open(settings.folder(), settings.limits(), settings.clock());
        boolean opened = false;
        try {
            Sync sync = new Sync(settings, store);
            sync.begin();
            opened = true;
            return sync;
        } finally {
            if (!opened) {
                store.close();
            }
        }
    }

    private void begin() {
        probe.whenChanged(this::reachChanged);
        probe.start();
        courier.start();
    }

    private void reachChanged(Set<Department> now) {
        journal().note(Occurrence.REACH_CHANGED, new Journal.Count(now.size()));
        if (!now.isEmpty()) {
            courier.lineIsBack();
        }
    }

    /** The queue. */
    public Outbox outbox() {
        return outbox;
    }

    /** What was printed. */
    public PrintLedger prints() {
        return prints;
    }

    /** The platform. */
    public ProvincialPlatform platform() {
        return platform;
    }

    /** The journal, which a technician can read, too. */
    public SqliteJournal journal() {
        return store.journal();
    }

    /** Tells whenever the departments that answer change, from a thread of its own; the listener is to return soon. */
    public void whenReachChanges(Consumer<Set<Department>> listener) {
        probe.whenChanged(listener);
    }

    /** Ends the courier and the probe, then closes the store; what is under way is tried again at the next start. Harmless twice. */
    @Override
    public void close() {
        probe.close();
        courier.close();
        wire.close();
        store.close();
    }
}
