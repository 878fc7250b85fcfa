package kiosk.twin;

import java.util.List;
import java.util.Set;
import kiosk.device.ScannedPage;
import kiosk.submission.PageDesk;
import kiosk.submission.PageFlaw;

/** Finds what it was told to find, and nothing otherwise; binds pages into their count. */
public final class PlainPageDesk implements PageDesk {
    private volatile Set<PageFlaw> flaws = Set.of();

    public void willFind(PageFlaw... found) {
        flaws = Set.of(found);
    }

    @Override
    public Look look(ScannedPage raw) {
        return new Look(raw, flaws);
    }

    @Override
    public byte[] bind(List<ScannedPage> pages) {
        return new byte[] {'%', 'P', 'D', 'F', (byte) pages.size()};
    }
}
