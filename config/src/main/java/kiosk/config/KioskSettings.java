package kiosk.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.catalogue.Text;
import kiosk.device.DeviceKind;
import kiosk.device.DeviceSettings;
import kiosk.upkeep.Paper;
import kiosk.visit.runner.Patience;

/**
 * The settings of one terminal, as {@code kiosk.yaml} says them.
 *
 * @param terminal the first part of every submission number: three to eight capital letters and digits
 * @param place the name of the place, in the header of every screen and at the foot of every receipt
 * @param help whom a citizen can ask, as a sentence
 * @param platform the provincial platform
 * @param dataFolder an absolute path; queue, journal and scans of the visit under way lie in it
 * @param catalogueFolder a folder that takes the place of the shipped catalogue
 * @param fontFolders where fonts with rare characters may lie; a folder that is missing does no harm
 * @param devices a kind that is not in it is not at this terminal
 * @param patience how long each step waits for a touch, and how long the work behind it may take
 * @param warning how long before its end a step warns that it is about to end
 * @param paper how much paper the printers take, until it has been measured
 * @param keepDrafts how long what a citizen left half done is kept, locked with their card; zero keeps nothing
 * @param supportCertificate the vendor's certificate, a PEM file, to which support bundles are encrypted; without it there are none
 */
public record KioskSettings(
        String terminal,
        Text place,
        Text help,
        Platform platform,
        Path dataFolder,
        Optional<Path> catalogueFolder,
        List<Path> fontFolders,
        Map<DeviceKind, DeviceSettings> devices,
        Patience patience,
        Duration warning,
        Technician technician,
        Paper paper,
        Duration keepDrafts,
        Optional<Path> supportCertificate,
        Queue queue) {
    /** Keeps the collections from changing. */
    public KioskSettings {
        fontFolders = List.copyOf(fontFolders);
        devices = Map.copyOf(devices);
    }

    /**
     * The provincial platform and how it is spoken to.
     *
     * @param url https, or http to this machine itself
     * @param authorities a PEM file: whose certificates are taken for the platform's; without it, those Java knows
     * @param key a file with the platform's keys, for a terminal that accepts before it ever reached the platform
     * @param probe about how often the platform is asked how it is
     * @param spread over how long terminals that lost the platform together come back
     * @param enrolment the operator's word that lets the terminal enrol, once
     * @param token the token with the terminal's keys; without it they lie in plain files, which is for demonstrations
     */
    public record Platform(
            URI url,
            Optional<Path> authorities,
            Optional<Path> key,
            Duration probe,
            Duration spread,
            Optional<String> enrolment,
            Optional<Token> token) {
        @Override
        public String toString() {
            return "Platform[" + url + "]";
        }
    }

    /**
     * A PKCS #11 token.
     *
     * @param module the vendor's library
     * @param slot which of the slots with a token, from 0
     * @param pinFile a file with the token's PIN
     */
    public record Token(Path module, int slot, Path pinFile) {}

    /**
     * How long what is over stays in the store.
     *
     * @param receipts how long what was delivered is kept with all that is known of it; then its id, digest and receipt stay
     * @param notes so many of the journal's latest entries are kept at least
     */
    public record Queue(Duration receipts, int notes) {
        /** More than a year, and 200,000 entries. */
        public static final Queue USUAL = new Queue(Duration.ofDays(400), 200_000);
    }

    /**
     * How the technician's mode is guarded.
     *
     * @param pinFile an absolute path; the hash of the PIN, set at installation. Without the file the mode stays shut
     * @param attempts so many wrong PINs in a row lock the mode
     * @param lockedFor how long
     */
    public record Technician(Path pinFile, int attempts, Duration lockedFor) {}
}
