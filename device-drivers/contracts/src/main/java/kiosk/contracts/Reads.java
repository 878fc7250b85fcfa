package kiosk.contracts;

import kiosk.device.IdCardReader;
import kiosk.device.SocialCardReader;

/** Outcomes of reads without the imprint of the card, so that a test can say the whole outcome it expects. */
public final class Reads {
    private Reads() {}

    /** The same outcome without an imprint. */
    public static IdCardReader.Outcome bare(IdCardReader.Outcome outcome) {
        return outcome instanceof IdCardReader.Read read ? new IdCardReader.Read(read.card()) : outcome;
    }

    /** The same outcome without an imprint. */
    public static SocialCardReader.Outcome bare(SocialCardReader.Outcome outcome) {
        return outcome instanceof SocialCardReader.Read read ? new SocialCardReader.Read(read.card()) : outcome;
    }
}
