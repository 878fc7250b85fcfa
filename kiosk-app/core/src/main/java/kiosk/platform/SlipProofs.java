package kiosk.platform;

import java.time.Instant;
import java.util.Optional;
import kiosk.submission.SubmissionId;

/**
 * Makes the codes that prove slips, and tells genuine ones from forged ones, both without network (PLATFORM-API.md, section 14). No personal
 * data is in a code. All calls are safe from any thread.
 */
public interface SlipProofs {
    /** What the text of every such code begins with. */
    String PREFIX = "OKQ1:";

    /**
     * The text of the code that proves that this terminal took the submission; empty where it took none of that id, or where the platform
     * has not endorsed the terminal yet.
     */
    Optional<String> proof(SubmissionId id);

    /** What is to be thought of a code, however hostile; pure computation of some milliseconds. */
    Finding check(String code);

    /** Whether a code claims to prove a slip; a scanner may give its letters as small ones. */
    static boolean claimed(String code) {
        return code.regionMatches(true, 0, PREFIX, 0, PREFIX.length());
    }

    /** What was found of a code. */
    sealed interface Finding {}

    /**
     * A terminal that the platform endorsed took this; what became of it is not said.
     *
     * @param number what stands on the slip
     */
    record Genuine(String terminal, String number, String item, Instant taken) implements Finding {
        @Override
        public String toString() {
            return "Genuine[" + taken + "]";
        }
    }

    /** It is no slip of a terminal that the platform endorsed. */
    record Forged(Reason reason) implements Finding {}

    /** It was endorsed with a key that this terminal does not hold: it cannot be told. */
    record Undecided() implements Finding {}

    /** It is something else. */
    record NotASlip() implements Finding {}

    /** Why a code proves nothing. */
    enum Reason {
        /** It is not whole, or not written as a terminal writes it. */
        SPOILT,
        /** The platform's endorsement is not of this terminal and its key. */
        NOT_ENDORSED,
        /** What it says is not what the terminal signed. */
        CHANGED
    }
}
