package kiosk.drivers.escpos;

import java.util.List;
import java.util.Optional;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.device.Health;
import kiosk.device.Health.Nameplate;
import kiosk.device.Health.Supply;
import kiosk.device.Health.Supply.Level;

/** The four answers to {@code DLE EOT 1..4}: the printer, why it is off-line, its errors, its paper sensors. */
record EscPosStatus(int printer, int offline, int errors, int paper) {
    private static final int FIXED_BITS = 0x93;
    private static final int FIXED_VALUE = 0x12;

    /** Whether a byte can be an answer to DLE EOT: bits 1 and 4 are set, bits 0 and 7 are not. */
    static boolean isStatus(int answer) {
        return (answer & FIXED_BITS) == FIXED_VALUE;
    }

    /** What keeps the printer from printing, the gravest first. */
    Optional<Fault> fault() {
        Optional<Cause> cause = cause();
        return cause.map(found ->
                new Fault(found, String.format("dle-eot=%02x %02x %02x %02x", printer, offline, errors, paper)));
    }

    private Optional<Cause> cause() {
        if (has(errors, 0x20)) {
            return Optional.of(Cause.HARDWARE);
        } else if (has(errors, 0x08)) {
            return Optional.of(Cause.CUTTER);
        } else if (has(offline, 0x04)) {
            return Optional.of(Cause.COVER_OPEN);
        } else if (has(offline, 0x20) || has(paper, 0x60)) {
            return Optional.of(Cause.PAPER_OUT);
        } else if (has(errors, 0x40)) {
            return Optional.of(Cause.TOO_HOT);
        } else if (has(printer, 0x08) || has(errors, 0x04) || has(offline, 0x40)) {
            return Optional.of(Cause.STOPPED);
        }
        return Optional.empty();
    }

    private static boolean has(int answer, int bits) {
        return (answer & bits) != 0;
    }

    private boolean nearEnd() {
        return has(paper, 0x0C);
    }

    Health health(Nameplate nameplate) {
        return state(nameplate).with(List.of(Supply.of(Supply.Kind.RECEIPT_ROLL, roll())));
    }

    private Health state(Nameplate nameplate) {
        Optional<Fault> fault = fault();
        if (fault.isPresent()) {
            return Health.offline(fault.get(), nameplate);
        }
        Fault soon = new Fault(Cause.PAPER_LOW, String.format("dle-eot-4=%02x", paper));
        return nearEnd() ? Health.degraded(soon, nameplate) : Health.online(nameplate);
    }

    /** What the sensors see while the cover is open says nothing. */
    private Level roll() {
        if (has(offline, 0x04)) {
            return Level.UNKNOWN;
        } else if (has(paper, 0x60)) {
            return Level.OUT;
        }
        return nearEnd() ? Level.LOW : Level.OK;
    }
}
