package kiosk.sync.survey;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.net.ssl.KeyManager;
import kiosk.catalogue.Department;
import kiosk.diagnosis.Hop;
import kiosk.diagnosis.HopResult;
import kiosk.diagnosis.HopResult.Trouble;
import kiosk.diagnosis.HostFigures;
import kiosk.diagnosis.SiteSurvey;
import kiosk.diagnosis.Survey;
import kiosk.sync.SyncSettings;
import kiosk.sync.channel.OwnCertificate;
import kiosk.sync.disk.StoreCheck;
import kiosk.sync.keys.TerminalKeys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at the line from the cable to the departments, and at the host. Every look has its own time: 1 s for the router, 3 for the
 * name, 5 for the handshake, 4 for the platform, and beside them 6 for the database.
 */
public final class LineSurvey implements SiteSurvey {
    private static final Duration NAME = Duration.ofSeconds(3);
    private static final Duration DATABASE = Duration.ofSeconds(6);
    private static final int HTTPS = 443;

    private static final Logger LOG = LoggerFactory.getLogger(LineSurvey.class);

    private final SyncSettings settings;
    private final Machine machine;
    private final Optional<KeyManager> own;

    /** A survey of that terminal's line where the terminal's program does not run; it opens nothing, its keys neither, before it looks. */
    public LineSurvey(SyncSettings settings, Machine machine) {
        this(settings, machine, Optional.empty());
    }

    /** A survey by the terminal's own program: a token's keys are opened once in a program, because to close them there is to close them for all of it. */
    public LineSurvey(SyncSettings settings, Machine machine, KeyManager own) {
        this(settings, machine, Optional.of(own));
    }

    private LineSurvey(SyncSettings settings, Machine machine, Optional<KeyManager> own) {
        this.settings = settings;
        this.machine = machine;
        this.own = own;
    }

    @Override
    public Survey look(Consumer<HopResult> meanwhile) throws InterruptedException {
        Bounded<HostFigures.Database> check = Bounded.begin(() -> StoreCheck.of(settings.folder(), DATABASE));
        Walk walk = new Walk(meanwhile);
        walk.all();
        HostLook host = new HostLook(machine);
        HostFigures figures = new HostFigures(
                settings.clock().instant(),
                walk.clockAhead,
                HostLook.disk(settings.folder()),
                host.memory(),
                walk.certificateEnd,
                check.within(DATABASE.plusSeconds(1)).orElse(HostFigures.Database.UNKNOWN),
                host.load());
        return new Survey(walk.hops, figures);
    }

    /** One walk along the line. */
    private final class Walk {
        private final Consumer<HopResult> meanwhile;
        private final URI uri = settings.platform().uri();
        private final List<HopResult> hops = new ArrayList<>();
        private Optional<Duration> clockAhead = Optional.empty();
        private Optional<Instant> certificateEnd = Optional.empty();

        Walk(Consumer<HopResult> meanwhile) {
            this.meanwhile = meanwhile;
        }

        private boolean tell(HopResult result) {
            hops.add(result);
            meanwhile.accept(result);
            return result.outcome() != HopResult.Outcome.FAILED;
        }

        /** What is near may look broken and not be: a router that answers nobody, a platform on the same wire. The name decides. */
        void all() throws InterruptedException {
            near();
            Optional<InetAddress> address = name();
            if (address.isPresent() && tls(address.get())) {
                platform();
            } else {
                skipFrom(address.isPresent() ? Hop.PLATFORM : Hop.TLS);
            }
        }

        private void near() throws InterruptedException {
            if (settings.platform().isThisMachine()) {
                List.of(Hop.LINK, Hop.ADDRESS, Hop.GATEWAY).forEach(it -> tell(HopResult.skipped(it, "this machine")));
                return;
            }
            NearHops near = new NearHops(machine);
            tell(near.link());
            tell(near.address());
            tell(near.gateway());
        }

        private Optional<InetAddress> name() throws InterruptedException {
            Bounded<Optional<InetAddress>> lookup = Bounded.begin(() -> resolved(uri.getHost()));
            Optional<Optional<InetAddress>> found = lookup.within(NAME);
            Optional<InetAddress> address = found.flatMap(Function.identity());
            Trouble trouble = found.isPresent() ? Trouble.UNKNOWN_NAME : Trouble.SILENT;
            tell(address.map(it -> HopResult.proven(Hop.NAME, it.getHostAddress(), lookup.took()))
                    .orElseGet(() -> HopResult.failed(Hop.NAME, trouble, "", lookup.took())));
            return address;
        }

        private boolean tls(InetAddress address) throws InterruptedException {
            if (!uri.getScheme().equalsIgnoreCase("https")) {
                return tell(HopResult.skipped(Hop.TLS, "plain, to this machine"));
            }
            Credentials credentials = new Credentials(settings.authorities());
            InetSocketAddress end = new InetSocketAddress(address, uri.getPort() > 0 ? uri.getPort() : HTTPS);
            Handshake.Shown shown = new Handshake(credentials, settings.clock()).with(end, uri.getHost());
            certificateEnd = shown.certificateEnd();
            boolean passed = tell(shown.result());
            if (!passed && shown.certificateEnd().isPresent()) {
                clockAhead = look().clockAheadOfAnyone();
            }
            return passed;
        }

        private StatusLook look() {
            return new StatusLook(settings.platform().resolve("/v1/status"), settings.terminal(), settings.clock());
        }

        private void platform() throws InterruptedException {
            StatusLook.Seen seen = seen();
            clockAhead = seen.clockAhead();
            tell(seen.platform());
            seen.departments().forEach(this::tell);
            if (seen.departments().isEmpty()) {
                skipDepartments();
            }
        }

        /** A token that is out is no reason not to look: the platform then says that it does not let this terminal in. */
        private StatusLook.Seen seen() throws InterruptedException {
            Witness witness = new Credentials(settings.authorities()).witness();
            if (own.isPresent() || !settings.platform().isSecure()) {
                return look().ask(witness, own.stream().toArray(KeyManager[]::new));
            }
            try (TerminalKeys keys = settings.keys()) {
                return look().ask(witness, new OwnCertificate(keys));
            } catch (IllegalStateException keysCannotBeUsed) {
                LOG.error("the terminal's keys cannot be used: {}", keysCannotBeUsed.getMessage());
                return look().ask(witness);
            }
        }

        private void skipFrom(Hop first) {
            for (Hop hop : Hop.values()) {
                if (hop.compareTo(first) >= 0 && hop != Hop.DEPARTMENT) {
                    tell(HopResult.skipped(hop, ""));
                }
            }
            skipDepartments();
        }

        private void skipDepartments() {
            for (Department department : Department.values()) {
                tell(HopResult.skipped(Hop.DEPARTMENT, "").of(department));
            }
        }
    }

    private static Optional<InetAddress> resolved(String host) {
        try {
            return Optional.of(InetAddress.getByName(host));
        } catch (UnknownHostException unknown) {
            return Optional.empty();
        }
    }
}
