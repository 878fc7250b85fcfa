package kiosk.visit;

import java.util.EnumSet;
import java.util.Set;
import kiosk.device.ScannedPage;
import kiosk.submission.PageFlaw;

/**
 * A scanned page about which the citizen is asked: scan it again, keep it, or leave it out.
 *
 * @param place where it belongs among the material's pages, from 0
 */
public record Doubt(String material, int place, ScannedPage page, Set<PageFlaw> flaws) {
    /** Keeps the set from changing. */
    public Doubt {
        flaws = Set.copyOf(flaws);
    }

    /** Whether the page may be handed in as it is. */
    public boolean mayBeKept() {
        return flaws.stream().allMatch(PageFlaw::mayBeKept);
    }

    /** The same when there is no room for it any more. */
    Doubt withoutRoom() {
        Set<PageFlaw> more = EnumSet.of(PageFlaw.NO_ROOM);
        more.addAll(flaws);
        return new Doubt(material, place, page, more);
    }

    /** The same after another page was put in before it. */
    Doubt moved() {
        return new Doubt(material, place + 1, page, flaws);
    }
}
