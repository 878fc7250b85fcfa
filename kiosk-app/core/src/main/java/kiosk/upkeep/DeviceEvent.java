package kiosk.upkeep;

import java.time.Instant;
import java.util.Optional;
import kiosk.device.DeviceKind;
import kiosk.device.Fault;
import kiosk.device.Health;

/** A change in how a device is. */
public record DeviceEvent(Instant time, DeviceKind device, Health.State state, Optional<Fault> fault) {}
