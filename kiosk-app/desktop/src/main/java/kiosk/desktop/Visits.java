package kiosk.desktop;

import kiosk.visit.VisitEvent;
import kiosk.visit.runner.Shown;

/** Where touches go: whoever serves the visits. Calls return at once and come from the FX thread. */
public interface Visits {
    /** A touch on what was shown. */
    void touch(Shown seen, VisitEvent event);

    /** The citizen is still there. */
    void stillHere(Shown seen);
}
