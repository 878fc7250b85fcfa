package kiosk.submission;

import java.util.List;
import java.util.Set;
import kiosk.device.ScannedPage;

/** Where a scanned page is set straight, looked over and made small enough to be handed in. */
public interface PageDesk {
    /**
     * Looks a page over. Pure computation of about a second; an interrupt ends it within a fraction of that.
     *
     * @param raw as it came from the scanner
     */
    Look look(ScannedPage raw) throws InterruptedException;

    /** Binds pages, in order, into one PDF. */
    byte[] bind(List<ScannedPage> pages);

    /**
     * What was found.
     *
     * @param page cropped to its sheet, straight, within the limit of its size, with the codes on it; where a flaw forbids to keep
     *     it, as it came
     */
    record Look(ScannedPage page, Set<PageFlaw> flaws) {
        /** Keeps the set from changing. */
        public Look {
            flaws = Set.copyOf(flaws);
        }
    }
}
