package kiosk.twin;

import java.util.Optional;
import kiosk.platform.SlipProofs;
import kiosk.submission.SubmissionId;

/** Proves a slip by its id alone, once it may; finds one code genuine and every other forged. */
public final class PlainSlips implements SlipProofs {
    public static final String CODE = PREFIX + "GENUINE";
    public static final Genuine GENUINE =
            new Genuine("K001", "K001-261122-0007-2", Items.CARE.code(), TurnedClock.MORNING);

    private volatile boolean endorsed;

    public void endorse() {
        endorsed = true;
    }

    @Override
    public Optional<String> proof(SubmissionId id) {
        return endorsed ? Optional.of(PREFIX + id) : Optional.empty();
    }

    @Override
    public Finding check(String code) {
        if (!SlipProofs.claimed(code)) {
            return new NotASlip();
        }
        return code.equals(CODE) ? GENUINE : new Forged(Reason.CHANGED);
    }
}
