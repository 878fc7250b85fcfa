package kiosk.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.FileKeys;
import kiosk.sync.keys.Pkcs11Keys;
import kiosk.sync.keys.TerminalKeys;
import kiosk.sync.wire.StatusProbe;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the far side of a terminal is made from.
 *
 * @param terminal three to eight capital letters and digits; it begins every submission number
 * @param folder where the queue, the journal and the keys lie; this process alone uses it
 * @param clock its zone is the terminal's
 * @param probeInterval about how often the platform is asked how it is
 * @param spread over how long terminals that lost the platform together come back
 * @param authorities a PEM file: whose certificates are taken for the platform's; without it, those Java knows
 * @param platformKeys a file with the platform's keys, the {@code keys} of its status, for sealing before the platform was ever reached
 * @param identity how the platform knows this terminal
 */
public record SyncSettings(
        String terminal,
        PlatformAddress platform,
        Path folder,
        Clock clock,
        Duration probeInterval,
        Duration spread,
        Optional<Path> authorities,
        Optional<Path> platformKeys,
        Limits limits,
        Identity identity) {
    private static final Logger LOG = LoggerFactory.getLogger(SyncSettings.class);
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration USUAL_SPREAD = Duration.ofMinutes(1);
    private static final Duration SOON = Duration.ofMillis(1200);

    /**
     * How the platform knows a terminal.
     *
     * @param token where the terminal's keys are; without a token they are in plain files, which is for demonstrations
     * @param enrolment the operator's word that lets the terminal enrol, once; none is needed where the platform is on this machine
     */
    public record Identity(Optional<Pkcs11Keys.Token> token, Optional<String> enrolment) {
        /** That of a demonstration. */
        public static final Identity DEMO = new Identity(Optional.empty(), Optional.empty());

        @Override
        public String toString() {
            return "Identity[" + token + "]";
        }
    }

    /** @throws IllegalArgumentException if the terminal's name is of another form */
    public SyncSettings {
        if (!terminal.matches("[A-Z0-9]{3,8}")) {
            throw new IllegalArgumentException("a terminal's name is three to eight capital letters and digits");
        }
    }

    /** The usual settings of a terminal. */
    public static SyncSettings of(String terminal, PlatformAddress platform, Path folder) {
        return new SyncSettings(
                terminal,
                platform,
                folder,
                Clock.system(ZoneId.systemDefault()),
                USUAL_INTERVAL,
                USUAL_SPREAD,
                Optional.empty(),
                Optional.empty(),
                Limits.USUAL,
                Identity.DEMO);
    }

    /** Where no herd is to be spread, a line that is back is noticed at once; elsewhere nothing is gained by asking more often. */
    StatusProbe.Pace pace() {
        boolean soon = spread.isZero() && SOON.compareTo(probeInterval) < 0;
        return new StatusProbe.Pace(probeInterval, soon ? SOON : probeInterval);
    }

    /** Opens the terminal's keys. @throws IllegalStateException if the token cannot be used */
    public TerminalKeys keys() {
        if (identity.token().isPresent()) {
            return new Pkcs11Keys(identity.token().get());
        }
        if (!platform.isThisMachine()) {
            LOG.warn("the terminal's keys lie in plain files, which is for demonstrations only: name a token");
        }
        return new FileKeys(folder.resolve("keys"));
    }

    Optional<String> enrolmentToken() {
        return identity.enrolment();
    }
}
