package kiosk.desktop.technician.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Shuts the door after so many wrong tries in a row, whatever way they were made; each further wrong one after that doubles the time.
 * How many there were survives a restart: the file holds {@code <wrong in a row> <locked until, epoch seconds>}.
 */
public final class Lockout {
    private static final int MOST_DOUBLINGS = 6;

    private final Path memory;
    private final int attempts;
    private final Duration lockedFor;
    private final Clock clock;

    private record Memory(int wrong, long lockedUntil) {}

    /** A lock that remembers in that file. */
    public Lockout(Path memory, int attempts, Duration lockedFor, Clock clock) {
        this.memory = memory;
        this.attempts = attempts;
        this.lockedFor = lockedFor;
        this.clock = clock;
    }

    /** How long nothing will be tried; zero when something may be. A clock that was set back does not make it longer. */
    public Duration left() {
        return left(recall());
    }

    private Duration left(Memory now) {
        long left = now.lockedUntil() - clock.instant().getEpochSecond();
        long longest = lockedFor.toSeconds() << MOST_DOUBLINGS;
        return Duration.ofSeconds(Math.max(0, Math.min(left, longest)));
    }

    /** Counts a try as a wrong one before it is looked at; whether it may be looked at. Where tries cannot be counted, none is allowed. */
    boolean admits() {
        Memory now = recall();
        return left(now).isZero() && remembers(new Memory(now.wrong() + 1, lockAfter(now.wrong() + 1)));
    }

    /** The try was right: those before it are forgiven; whether that is on disk. */
    boolean forgives() {
        return remembers(new Memory(0, 0));
    }

    private long lockAfter(int wrong) {
        if (wrong < attempts) {
            return 0;
        }
        int doublings = Math.min(wrong - attempts, MOST_DOUBLINGS);
        Instant until = clock.instant().plus(lockedFor.multipliedBy(1L << doublings));
        return until.getEpochSecond();
    }

    private Memory recall() {
        try {
            if (!Files.exists(memory)) {
                return new Memory(0, 0);
            }
            String[] parts =
                    Files.readString(memory, StandardCharsets.US_ASCII).strip().split(" ");
            return new Memory(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            return new Memory(attempts, clock.instant().plus(lockedFor).getEpochSecond());
        }
    }

    private boolean remembers(Memory now) {
        try {
            Path fresh = memory.resolveSibling(memory.getFileName() + ".new");
            Files.writeString(fresh, now.wrong() + " " + now.lockedUntil() + "\n", StandardCharsets.US_ASCII);
            Files.move(fresh, memory, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } catch (IOException full) {
            return false;
        }
    }
}
