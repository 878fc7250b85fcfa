package kiosk.diagnosis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How the machine itself is.
 *
 * @param taken when, by the terminal's own clock
 * @param clockAhead by how much the terminal's clock is ahead of the platform's, negative where it is behind; empty if the platform's is not known
 * @param disk of the data folder
 * @param certificateEnd when the platform's certificate ends, if one was shown
 * @param load the load of the last minute a processor, negative if it is not known
 */
public record HostFigures(
        Instant taken,
        Optional<Duration> clockAhead,
        Room disk,
        Room memory,
        Optional<Instant> certificateEnd,
        Database database,
        double load) {
    /** How much of something is left, in bytes; a total of zero stands for not known. */
    public record Room(long free, long total) {
        /** Not known. */
        public static final Room UNKNOWN = new Room(0, 0);

        /** Whether the total is known. */
        public boolean known() {
            return total > 0;
        }
    }

    /** How the database of the queue is. */
    public enum Database {
        /** It was read through and is whole. */
        SOUND,
        /** The disk does not give it, or a part of what lies beside it. */
        UNREADABLE,
        /** It is damaged. */
        CORRUPT,
        /** It could not be looked at. */
        UNKNOWN
    }

    /** Nothing is known but the time. */
    public static HostFigures unknown(Instant taken) {
        return new HostFigures(
                taken, Optional.empty(), Room.UNKNOWN, Room.UNKNOWN, Optional.empty(), Database.UNKNOWN, -1);
    }
}
