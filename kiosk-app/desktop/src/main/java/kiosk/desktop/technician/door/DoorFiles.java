package kiosk.desktop.technician.door;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kiosk.journal.Journal;

/** The files that the technician's door stands on: the PIN, the technicians' keys and cards, and the wrong tries so far. */
public record DoorFiles(PinFile pin, SecretFile secrets, CardFile cards, Path tries) {
    /** Those of a data folder, with the PIN where the settings say. */
    public static DoorFiles in(Path dataFolder, Path pinFile) {
        return new DoorFiles(
                new PinFile(pinFile),
                new SecretFile(dataFolder.resolve("technician.secrets")),
                new CardFile(dataFolder.resolve("technician.cards")),
                dataFolder.resolve("technician.tries"));
    }

    /** The guard over them: so many wrong tries in a row lock the door for so long. */
    public Guard guard(int attempts, Duration lockedFor, Journal journal) {
        return new Guard(this, new Lockout(tries, attempts, lockedFor, Clock.systemUTC()), journal);
    }
}
