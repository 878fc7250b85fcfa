package kiosk.sync.upkeep;

import kiosk.device.DeviceKind;
import kiosk.upkeep.DeviceEvent;
import kiosk.upkeep.TestRecord;

/** What is not in the file yet. */
sealed interface Change {
    /** The device's counts or hours, which are written as they stand by then. */
    record Counted(DeviceKind device) implements Change {}

    /** The device's paper, which is written as it stands by then. */
    record Stocked(DeviceKind device) implements Change {}

    /** A change in how it is. */
    record Noted(DeviceEvent event) implements Change {}

    /** A test. */
    record Tested(TestRecord test) implements Change {}
}
