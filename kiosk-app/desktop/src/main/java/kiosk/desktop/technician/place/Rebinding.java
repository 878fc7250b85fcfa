package kiosk.desktop.technician.place;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import kiosk.desktop.technician.test.Guide;
import kiosk.desktop.technician.test.GuidedTest;
import kiosk.device.DeviceKind;
import kiosk.upkeep.TestRecord.Verdict;

/** Finds a device's port by unplugging it and plugging it in again, and binds it there when the technician agrees. */
public final class Rebinding implements GuidedTest {
    private static final int MOST_LOOKS = 240;

    private final DeviceKind kind;
    private final Rebinder rebinder;
    private final Duration every;

    /** Finds that device's port, looking {@code every} so often, 240 times at most. */
    public Rebinding(DeviceKind kind, Rebinder rebinder, Duration every) {
        this.kind = kind;
        this.rebinder = rebinder;
        this.every = every;
    }

    @Override
    public Finding run(Guide guide) throws InterruptedException {
        guide.says("place.unplug");
        Optional<String> found = appears(guide);
        if (found.isEmpty()) {
            guide.concludes("place.nothing");
            return new Finding(Verdict.FAILED, Map.of());
        }
        guide.says("place.found", found.get());
        if (!guide.confirms("place.use")) {
            return new Finding(Verdict.NOT_FINISHED, Map.of());
        }
        rebinder.bind(kind, found.get());
        return new Finding(Verdict.PASSED, Map.of());
    }

    /** What is there and was not a moment before; what goes away meanwhile is said and forgotten, so that it counts when it is back. */
    private Optional<String> appears(Guide guide) throws InterruptedException {
        Semaphore never = new Semaphore(0);
        Set<String> known = new TreeSet<>(rebinder.places(kind));
        for (int look = 0; look < MOST_LOOKS; look++) {
            Set<String> now = rebinder.places(kind);
            Optional<String> fresh =
                    now.stream().filter(it -> !known.contains(it)).findFirst();
            if (fresh.isPresent()) {
                return fresh;
            }
            if (known.retainAll(now)) {
                guide.says("place.plug");
            }
            if (never.tryAcquire(every.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("nobody gives what is only waited for");
            }
        }
        return Optional.empty();
    }
}
