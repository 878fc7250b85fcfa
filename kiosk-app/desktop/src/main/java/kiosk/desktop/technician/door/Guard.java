package kiosk.desktop.technician.door;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import kiosk.journal.Journal;
import kiosk.journal.Occurrence;

/**
 * Lets a technician in who knows the terminal's PIN and has the answer to its challenge, or has a card that is on the list; shuts for a while after too many wrong tries.
 * The challenge changes with every try and needs neither clock nor network.
 */
public final class Guard {
    private static final int CHALLENGES = 100_000_000;
    private static final byte[] NOBODYS = new byte[32];

    private final DoorFiles files;
    private final Lockout lockout;
    private final Journal journal;
    private final SecureRandom random = new SecureRandom();
    private String challenge = "";

    /** How a try ended. */
    public enum Verdict {
        /** In. */
        RIGHT,
        /** Number, PIN or answer is wrong; which, is not said. */
        WRONG,
        /** Too many wrong ones: nothing is tried now. */
        LOCKED,
        /** A try cannot be written down, for instance because the disk is full: nothing is tried. */
        CANNOT_COUNT,
        /** No PIN or no technician's key was set at installation: nobody comes in. */
        NOT_SET
    }

    /**
     * What somebody at the door says of themselves.
     *
     * @param pin wiped when it has been looked at
     */
    public record Claim(int technician, char[] pin, String answer) {
        @Override
        public String toString() {
            return "Claim[" + technician + "]";
        }
    }

    /**
     * What came of a card at the door.
     *
     * @param technician whose it is where it is right, else 0
     */
    public record Card(Verdict verdict, int technician) {}

    /** A guard over those files. */
    public Guard(DoorFiles files, Lockout lockout, Journal journal) {
        this.files = files;
        this.lockout = lockout;
        this.journal = journal;
    }

    /** The eight digits that are to be answered now. */
    public synchronized String challenge() {
        if (challenge.isEmpty()) {
            challenge = "%08d".formatted(random.nextInt(CHALLENGES));
        }
        return challenge;
    }

    /** Looks at a claim; takes about half a second, and a wrong one is on disk before the answer. */
    public synchronized Verdict tries(Claim claim) {
        if (!files.pin().isSet() || !files.secrets().isSet()) {
            return Verdict.NOT_SET;
        }
        Lockout.Admission admission = lockout.admits();
        if (admission != Lockout.Admission.COUNTED) {
            return refused(admission);
        }
        boolean right = isRight(claim);
        challenge = "";
        if (right) {
            return lockout.forgives() ? Verdict.RIGHT : Verdict.CANNOT_COUNT;
        }
        journal.note(Occurrence.WRONG_PIN, new Journal.Technician(claim.technician()));
        if (!locked().isZero()) {
            journal.note(Occurrence.TECHNICIAN_LOCKED_OUT, new Journal.Millis(locked().toMillis()));
        }
        return Verdict.WRONG;
    }

    /** Whether cards open this door too. */
    public boolean takesCards() {
        return files.cards().isSet();
    }

    /** A fresh hash for a card to sign; nobody can have had it signed before. */
    public byte[] hashToSign() {
        byte[] hash = new byte[32];
        random.nextBytes(hash);
        return hash;
    }

    /** Who is let in for that signature of that hash. A card that is not on the list counts as a wrong try, in the same lock. */
    public synchronized Card proves(byte[] hash, byte[] signature) {
        Lockout.Admission admission = lockout.admits();
        if (admission != Lockout.Admission.COUNTED) {
            return new Card(refused(admission), 0);
        }
        OptionalInt technician = files.cards().whose(hash, signature);
        if (technician.isEmpty()) {
            journal.note(Occurrence.WRONG_PIN, new Journal.Technician(0));
            return new Card(Verdict.WRONG, 0);
        }
        return lockout.forgives() ? new Card(Verdict.RIGHT, technician.getAsInt()) : new Card(Verdict.CANNOT_COUNT, 0);
    }

    private static Verdict refused(Lockout.Admission admission) {
        return admission == Lockout.Admission.LOCKED ? Verdict.LOCKED : Verdict.CANNOT_COUNT;
    }

    /** Everything is always looked at, so that the time says nothing. */
    private boolean isRight(Claim claim) {
        Optional<byte[]> key = files.secrets().of(claim.technician());
        String right = Ocra.DOOR.answer(key.orElse(NOBODYS), challenge());
        boolean answered = MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), claim.answer().getBytes(StandardCharsets.UTF_8));
        boolean known = files.pin().matches(claim.pin());
        Arrays.fill(claim.pin(), '0');
        return known && answered && key.isPresent();
    }

    /** How long nothing will be tried; zero when something may be. Does not wait for a try that goes on. */
    public Duration locked() {
        return lockout.left();
    }
}
