package kiosk.desktop.diagnosis;

import java.util.List;
import kiosk.diagnosis.Diagnosis;

/** The exit codes of {@code kiosk diagnose}: who can cure what is most probably wrong. */
public final class Verdict {
    /** Nothing is wrong. */
    public static final int WELL = 0;

    private Verdict() {}

    /** The code of the first diagnosis. */
    public static int of(List<Diagnosis> diagnoses) {
        return diagnoses.stream()
                .findFirst()
                .map(first -> switch (first.remedy()) {
                    case HEALS_ITSELF -> 10;
                    case HOST_CLERK -> 11;
                    case TECHNICIAN -> 12;
                    case VENDOR -> 13;
                })
                .orElse(WELL);
    }
}
