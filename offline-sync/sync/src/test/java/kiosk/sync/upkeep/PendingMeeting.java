package kiosk.sync.upkeep;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import kiosk.device.DeviceKind;
import kiosk.sync.threads.Meeting;

/** The book of the devices is written while more is noted, and somebody waits until what he noted is on disk. */
public final class PendingMeeting implements Meeting {
    private static final Change ONE = new Change.Counted(DeviceKind.ID_CARD_READER);
    private static final Change OTHER = new Change.Counted(DeviceKind.SOCIAL_CARD_READER);
    private static final long LONG = 60_000;

    @Override
    public void tried(int ways) {
        Meeting.inWays(ways, () -> {
            Pending pending = new Pending();
            Set<Change> onDisk = new HashSet<>();
            AtomicBoolean noted = new AtomicBoolean();
            AtomicBoolean heard = new AtomicBoolean();
            pending.add(ONE);
            Thread counter = Meeting.beside(() -> {
                pending.add(OTHER);
                noted.set(true);
                heard.set(pending.awaitWritten(LONG));
            });
            while (onDisk.size() < 2) {
                Pending.Batch batch = pending.take();
                onDisk.addAll(batch.changes());
                pending.written(batch);
                boolean all = noted.get() && pending.awaitWritten(0);
                Meeting.holds(!all || onDisk.contains(OTHER), "said to be on disk before it was");
            }
            counter.join();
            Meeting.holds(heard.get(), "waited in vain");
        });
    }
}
