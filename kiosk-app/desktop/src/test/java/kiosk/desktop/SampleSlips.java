package kiosk.desktop;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kiosk.platform.SlipProofs.Finding;
import kiosk.platform.SlipProofs.Forged;
import kiosk.platform.SlipProofs.Genuine;
import kiosk.platform.SlipProofs.NotASlip;
import kiosk.platform.SlipProofs.Reason;
import kiosk.platform.SlipProofs.Undecided;
import kiosk.visit.CheckingSlip;
import kiosk.visit.Visit;

/** Slips that are checked. */
final class SampleSlips {
    private SampleSlips() {}

    static Map<String, Visit> visits() {
        Map<String, Visit> visits = new LinkedHashMap<>();
        visits.put("22-slip", new CheckingSlip());
        visits.put("22-slip-offline", new CheckingSlip());
        visits.put(
                "22-slip-genuine",
                found(new Genuine(
                        "K001",
                        Samples.NUMBER.text(),
                        "social-security.flexible-employment-registration",
                        Samples.CLOCK.instant())));
        for (Reason reason : Reason.values()) {
            visits.put("22-slip-forged-" + reason.name().toLowerCase(Locale.ROOT), found(new Forged(reason)));
        }
        visits.put("22-slip-undecided", found(new Undecided()));
        visits.put("22-slip-other", found(new NotASlip()));
        return visits;
    }

    private static Visit found(Finding finding) {
        return new CheckingSlip(false, Optional.of(finding));
    }
}
