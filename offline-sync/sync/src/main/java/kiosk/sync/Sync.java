package kiosk.sync;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.net.ssl.KeyManager;
import kiosk.catalogue.Department;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;
import kiosk.platform.ProvincialPlatform;
import kiosk.platform.SlipProofs;
import kiosk.submission.Drafts;
import kiosk.submission.Outbox;
import kiosk.submission.PrintLedger;
import kiosk.sync.channel.JsseChannel;
import kiosk.sync.channel.OwnCertificate;
import kiosk.sync.channel.SecureChannel;
import kiosk.sync.courier.Backoff;
import kiosk.sync.courier.Bandwidth;
import kiosk.sync.courier.Courier;
import kiosk.sync.courier.FarEnd;
import kiosk.sync.courier.Retention;
import kiosk.sync.courier.Times;
import kiosk.sync.draft.DraftLimits;
import kiosk.sync.draft.SealedDrafts;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.SigningKey;
import kiosk.sync.keys.TerminalKeys;
import kiosk.sync.keys.TerminalSecret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.slip.SlipDesk;
import kiosk.sync.store.SqliteJournal;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.SqlitePrints;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Dispatcher;
import kiosk.sync.wire.Enrolment;
import kiosk.sync.wire.Hello;
import kiosk.sync.wire.HttpPlatform;
import kiosk.sync.wire.Reconciliation;
import kiosk.sync.wire.StatusProbe;
import kiosk.sync.wire.Wire;
import org.jspecify.annotations.Nullable;

/** The far side of a terminal: the queue, its courier, the platform and the journal, opened together and closed in order. */
public final class Sync implements AutoCloseable {
    private final Store store;
    private final TerminalKeys keys;
    private final Wire wire;
    private final Enrolment enrolment;
    private final StatusProbe probe;
    private final Courier courier;
    private final Retention retention;
    private final SqliteOutbox outbox;
    private final SlipDesk slips;
    private final SqlitePrints prints;
    private final HttpPlatform platform;
    private final SyncSettings settings;
    private Optional<SealedDrafts> drafts = Optional.empty();
    private volatile Set<Department> reachedBefore = Set.of();

    private Sync(SyncSettings settings, Store store, TerminalKeys keys) {
        this.settings = settings;
        this.store = store;
        this.keys = keys;
        KeyShelf shelf = new KeyShelf(settings.folder().resolve("platform.keys"), settings.platformKeys());
        Signer signer = SigningKey.in(own(settings).resolve("signing.key"), keys);
        SecureChannel channel = new JsseChannel(keys, settings.authorities());
        this.wire = new Wire(settings.platform(), settings.terminal(), channel.context());
        this.enrolment = new Enrolment(
                wire,
                new Enrolment.Self(keys, signer, channel, own(settings).resolve("enrolled"), settings.enrolmentToken()),
                shelf,
                store.journal(),
                settings.clock());
        this.probe = StatusProbe.of(wire, shelf, settings.pace(), enrolment);
        this.platform = new HttpPlatform(wire, probe);
        this.outbox = outbox(settings, store, new Sealer(shelf, () -> signer), keys);
        this.slips = new SlipDesk(
                new SlipDesk.Self(settings.terminal(), signer, enrolment::endorsement), outbox::taken, shelf::signKey);
        this.prints = new SqlitePrints(store, settings.clock());
        Reconciliation reconciliation = new Reconciliation(wire, shelf);
        this.retention = new Retention(
                store, reconciliation, settings.clock(), settings.limits().kept());
        this.courier = courier(settings, shelf, reconciliation);
    }

    private Courier courier(SyncSettings settings, KeyShelf shelf, Reconciliation reconciliation) {
        Bandwidth bandwidth = new Bandwidth(System::nanoTime);
        FarEnd farEnd = new FarEnd.OnTheWire(
                new Dispatcher(wire, store, shelf, bandwidth), new Hello(wire), reconciliation, platform);
        return new Courier(
                new Courier.Ends(store, prints, farEnd, admission(), bandwidth),
                Times.of(settings.clock()),
                Backoff.usual(new SecureRandom()),
                settings.spread());
    }

    /** What shows the terminal's certificate. */
    public KeyManager certificate() {
        return new OwnCertificate(keys);
    }

    private static Path own(SyncSettings settings) {
        return settings.folder().resolve("keys");
    }

    private static SqliteOutbox outbox(SyncSettings settings, Store store, Sealer sealer, TerminalKeys keys) {
        HolderMarks marks = HolderMarks.in(settings.folder().resolve("keys").resolve("holders.key"), keys);
        return new SqliteOutbox(store, sealer, marks, settings.terminal(), settings.clock());
    }

    private Courier.Admission admission() {
        return new Courier.Admission() {
            @Override
            public boolean granted() {
                return enrolment.granted();
            }

            @Override
            public void doubted() {
                enrolment.doubted();
                probe.soon();
            }
        };
    }

    /**
     * Opens the store and sets the courier and the probe to work.
     *
     * @throws IllegalStateException if another process has the folder
     * @throws IllegalArgumentException if the settings cannot be used
     */
    public static Sync open(SyncSettings settings) {
        Store store = Store.open(settings.folder(), settings.limits(), settings.clock());
        TerminalKeys keys = null;
        boolean opened = false;
        try {
            keys = settings.keys();
            Sync sync = new Sync(settings, store, keys);
            sync.begin();
            opened = true;
            return sync;
        } finally {
            if (!opened) {
                store.close();
                close(keys);
            }
        }
    }

    private static void close(@Nullable TerminalKeys keys) {
        if (keys != null) {
            keys.close();
        }
    }

    private void begin() {
        probe.whenKeysAnnounced(this::keysAnnounced);
        probe.whenChanged(this::reachChanged);
        probe.start();
        courier.start();
        retention.start(new SecureRandom());
    }

    private void reachChanged(Set<Department> now) {
        journal().note(Occurrence.REACH_CHANGED, new Journal.Count(now.size()));
        if (reachedBefore.isEmpty() && !now.isEmpty()) {
            courier.lineIsBack();
        }
        reachedBefore = now;
    }

    private void keysAnnounced(KeyShelf.Taken taken) {
        boolean trusted = taken == KeyShelf.Taken.NEW;
        journal().note(trusted ? Occurrence.PLATFORM_KEYS_CHANGED : Occurrence.PLATFORM_KEYS_REFUSED);
        courier.reckon();
    }

    /** The queue. */
    public Outbox outbox() {
        return outbox;
    }

    /** What proves slips, and tells genuine ones from forged ones. */
    public SlipProofs slips() {
        return slips;
    }

    /** What was printed. */
    public PrintLedger prints() {
        return prints;
    }

    /** Opens what citizens left half done and is kept for so long; called once, and closed with the rest. */
    public Drafts drafts(Duration keepFor) {
        SealedDrafts opened = SealedDrafts.open(
                settings.folder().resolve("drafts"),
                TerminalSecret.in(own(settings).resolve("draft.secret"), keys),
                DraftLimits.usual(keepFor),
                journal(),
                settings.clock());
        drafts = Optional.of(opened);
        return opened;
    }

    /** Says whether somebody is served at the terminal; large things then leave him the line. Returns at once. */
    public void someoneIsServed(boolean so) {
        courier.someoneIsServed(so);
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
        drafts.ifPresent(SealedDrafts::close);
        probe.close();
        retention.close();
        courier.close();
        wire.close();
        store.close();
        keys.close();
    }
}
