package kiosk.upkeep;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.device.Health.Supply;

/** A book in memory: what a book on disk is made around, and enough where nothing need outlive the program. */
public final class MemoryDeviceBook implements DeviceBook {
    private final Clock clock;
    private final Map<DeviceKind, DevicePage> pages = new EnumMap<>(DeviceKind.class);
    private final Deque<TestRecord> tests;

    /** An empty book. */
    public MemoryDeviceBook(Clock clock, Paper paper) {
        this(clock, paper, Map.of(), List.of());
    }

    /**
     * A book that goes on where another ended.
     *
     * @param tests the oldest first
     */
    public MemoryDeviceBook(Clock clock, Paper paper, Map<DeviceKind, Kept> before, List<TestRecord> tests) {
        this.clock = clock;
        this.tests = new ArrayDeque<>(tests);
        for (DeviceKind kind : DeviceKind.values()) {
            pages.put(kind, new DevicePage(kind, paper, before.getOrDefault(kind, Kept.NOTHING)));
        }
    }

    private DevicePage page(DeviceKind device) {
        return Optional.ofNullable(pages.get(device)).orElseThrow();
    }

    @Override
    public synchronized void count(DeviceKind device, Tally what, long more) {
        page(device).count(what, more);
    }

    @Override
    public synchronized void worked(DeviceKind device, Duration took, Result result) {
        page(device).worked(clock.instant(), took, result);
    }

    @Override
    public synchronized void note(DeviceEvent event) {
        page(event.device()).note(event);
    }

    @Override
    public synchronized void stocked(DeviceKind device, Supply paper) {
        page(device).stocked(paper);
    }

    @Override
    public synchronized void record(TestRecord test) {
        if (tests.size() >= Kept.MOST_TESTS) {
            tests.removeFirst();
        }
        tests.addLast(test);
    }

    @Override
    public synchronized List<TestRecord> tests() {
        List<TestRecord> newest = new ArrayList<>(tests);
        Collections.reverse(newest);
        return List.copyOf(newest);
    }

    @Override
    public synchronized Life life(DeviceKind device) {
        Optional<TestRecord> last = tests().stream()
                .filter(it -> it.subject() == Subject.of(device))
                .findFirst();
        return page(device).life(clock.instant(), last);
    }

    /** All that is kept of a device. */
    public synchronized Kept kept(DeviceKind device) {
        return page(device).kept();
    }
}
