package kiosk.sync;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import kiosk.sync.store.Limits;
import kiosk.sync.wire.PlatformAddress;

/**
 * What the far side of a terminal is made from.
 *
 * @param terminal three to eight capital letters and digits; it begins every submission number
 * @param folder where the queue, the journal and the platform's key lie; this process alone uses it
 * @param clock its zone is the terminal's
 * @param probeInterval about how often the platform is asked how it is
 * @param spread over how long terminals that lost the platform together come back
 * @param authorities a PEM file: whose certificates are taken for the platform's; without it, those Java knows
 * @param platformKey a file with the platform's public key (Base64 of 65 bytes), for sealing before the platform was ever reached
 */
public record SyncSettings(
        String terminal,
        PlatformAddress platform,
        Path folder,
        Clock clock,
        Duration probeInterval,
        Duration spread,
        Optional<Path> authorities,
        Optional<Path> platformKey,
        Limits limits) {
    private static final Duration USUAL_INTERVAL = Duration.ofSeconds(5);
    private static final Duration USUAL_SPREAD = Duration.ofSeconds(5);

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
                Limits.USUAL);
    }
}
