package kiosk.desktop.technician.door;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;

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

    /** Whether a try may be made. */
    enum Admission {
        /** It may, and counts as a wrong one until it is forgiven. */
        COUNTED,
        /** Not now: too many were wrong. */
        LOCKED,
        /** It cannot be written down, and what is not counted is not tried. */
        NOT_COUNTED
    }

    /**
     * How long nothing will be tried; zero when something may be. Where that is longer than any lock for so many tries, the clock was set
     * back meanwhile, or the memory is damaged: the lock then begins anew, once.
     */
    public synchronized Duration left() {
        return left(recall());
    }

    private Duration left(Memory now) {
        long left = now.lockedUntil() - clock.instant().getEpochSecond();
        Duration lock = lock(now.wrong());
        if (left <= lock.toSeconds()) {
            return Duration.ofSeconds(Math.max(0, left));
        }
        return remembers(locking(now.wrong(), lock)) ? lock : lockedFor;
    }

    /** Counts a try as a wrong one before it is looked at, if one may be made now. */
    synchronized Admission admits() {
        Memory now = recall();
        if (!left(now).isZero()) {
            return Admission.LOCKED;
        }
        int wrong = now.wrong() + 1;
        return remembers(locking(wrong, lock(wrong))) ? Admission.COUNTED : Admission.NOT_COUNTED;
    }

    /** The try was right: those before it are forgiven; whether that is on disk. */
    synchronized boolean forgives() {
        return remembers(new Memory(0, 0));
    }

    /** For how long so many wrong tries in a row lock. */
    private Duration lock(int wrong) {
        return wrong < attempts
                ? Duration.ZERO
                : lockedFor.multipliedBy(1L << Math.min(wrong - attempts, MOST_DOUBLINGS));
    }

    private Memory locking(int wrong, Duration lock) {
        return new Memory(wrong, lock.isZero() ? 0 : clock.instant().plus(lock).getEpochSecond());
    }

    /** What is damaged locks longer than any lock does: the lock begins when it is looked at. */
    private Memory recall() {
        try {
            if (!Files.exists(memory)) {
                return new Memory(0, 0);
            }
            String[] parts =
                    Files.readString(memory, StandardCharsets.US_ASCII).strip().split(" ");
            return new Memory(Integer.parseInt(parts[0]), Long.parseLong(parts[1]));
        } catch (IOException | NumberFormatException | ArrayIndexOutOfBoundsException damaged) {
            return new Memory(attempts, Long.MAX_VALUE);
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
