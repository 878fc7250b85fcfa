package kiosk.upkeep;

import java.time.Duration;
import java.util.List;
import kiosk.device.DeviceKind;
import kiosk.device.Health.Supply;

/**
 * Keeps what became of each device, over restarts too. May be used from any thread; none of its calls waits for the disk, and none
 * fails because of it.
 */
public interface DeviceBook {
    /** Counts. */
    void count(DeviceKind device, Tally what, long more);

    /** A piece of work came to its end. */
    void worked(DeviceKind device, Duration took, Result result);

    /** The device is otherwise than it was. */
    void note(DeviceEvent event);

    /** The device says anew how much paper it has. */
    void stocked(DeviceKind device, Supply paper);

    /** A technician tested. */
    void record(TestRecord test);

    /** The last tests, at most two hundred, the newest first. */
    List<TestRecord> tests();

    /** What is known of a device. */
    Life life(DeviceKind device);

    /** How a piece of work ended. */
    enum Result {
        /** As it should. */
        DONE,
        /** Otherwise. */
        FAILED
    }
}
