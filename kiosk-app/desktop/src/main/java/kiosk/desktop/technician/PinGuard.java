package kiosk.desktop.technician;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Lets a technician in by PIN and shuts after so many wrong ones in a row; each further wrong one after that doubles the time. How
 * many there were survives a restart: the file holds {@code <wrong in a row> <locked until, epoch seconds>}.
 */
public final class PinGuard {
    private static final int MOST_DOUBLINGS = 6;

    private final PinFile pin;
    private final Path memory;
    private final int attempts;
    private final Duration lockedFor;
    private final Clock clock;

    /** How a try ended. */
    public enum Verdict {
        /** In. */
        RIGHT,
        /** Not the PIN. */
        WRONG,
        /** Too many wrong ones: nothing is tried now. */
        LOCKED,
        /** No PIN was set at installation: nobody comes in. */
        NOT_SET
    }

    private record Memory(int wrong, long lockedUntil) {}

    /** A guard that remembers in that file. */
    public PinGuard(PinFile pin, Path memory, int attempts, Duration lockedFor, Clock clock) {
        this.pin = pin;
        this.memory = memory;
        this.attempts = attempts;
        this.lockedFor = lockedFor;
        this.clock = clock;
    }

    /** Tries a PIN; takes about half a second, and the wrong one is on disk before the answer. The array is wiped. */
    public synchronized Verdict tries(char[] entered) {
        if (!pin.isSet()) {
            return Verdict.NOT_SET;
        }
        Memory now = recall();
        if (lockedFor(now).compareTo(Duration.ZERO) > 0) {
            return Verdict.LOCKED;
        }
        if (!remembers(new Memory(now.wrong() + 1, lockAfter(now.wrong() + 1)))) {
            return Verdict.LOCKED;
        }
        if (!pin.matches(entered)) {
            return Verdict.WRONG;
        }
        return remembers(new Memory(0, 0)) ? Verdict.RIGHT : Verdict.LOCKED;
    }

    /** How long nothing will be tried; zero when a PIN may be entered. A clock that was set back does not make it longer. */
    public synchronized Duration locked() {
        return lockedFor(recall());
    }

    private Duration lockedFor(Memory now) {
        long left = now.lockedUntil() - clock.instant().getEpochSecond();
        long longest = lockedFor.toSeconds() << MOST_DOUBLINGS;
        return Duration.ofSeconds(Math.max(0, Math.min(left, longest)));
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

    /** Whether it is on disk; where tries cannot be counted, none is allowed. */
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
