package kiosk.device;

import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import kiosk.device.card.PinOutcome;
import kiosk.identity.Pin;

/** Stands where no device is configured: OFFLINE, with the reason, whatever it is asked. */
public final class AbsentDevice {
    private static final Fault FAULT = new Fault(Fault.Cause.NOT_CONFIGURED, "");

    private AbsentDevice() {}

    /** A terminal without any device. */
    public static Devices none() {
        return new Devices(
                new NoIdCardReader(),
                new NoSocialCardReader(),
                new NoCodeScanner(),
                new NoScanner(),
                new NoReceipts(),
                new NoPages());
    }

    private abstract static class Absent implements Device {
        @Override
        public Health health() {
            return Health.offline(FAULT, Health.Nameplate.UNKNOWN);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static final class NoIdCardReader extends Absent implements IdCardReader {
        @Override
        public Outcome read(Duration patience) {
            return new Broken(FAULT);
        }

        @Override
        public Presence presence() {
            return Presence.GONE;
        }
    }

    private static final class NoSocialCardReader extends Absent implements SocialCardReader {
        @Override
        public Outcome read(Duration patience) {
            return new Broken(FAULT);
        }

        @Override
        public PinOutcome pinTries(String cardId, Duration patience) {
            return new PinOutcome.Broken(FAULT);
        }

        @Override
        public PinOutcome changePin(String cardId, Pin old, Pin fresh, Duration patience) {
            return new PinOutcome.Broken(FAULT);
        }

        @Override
        public Presence presence() {
            return Presence.GONE;
        }
    }

    private static final class NoCodeScanner extends Absent implements CodeScanner {
        @Override
        public Outcome scan(Duration patience) {
            return new Broken(FAULT);
        }
    }

    private static final class NoScanner extends Absent implements DocumentScanner {
        @Override
        public Outcome scan(Resolution resolution, Duration patience, DoubleConsumer progress) {
            return new Broken(FAULT);
        }
    }

    private static final class NoReceipts extends Absent implements ReceiptPrinter {
        @Override
        public Outcome print(Receipt receipt, Duration patience) {
            return new NotPrinted(FAULT);
        }
    }

    private static final class NoPages extends Absent implements PagePrinter {
        @Override
        public Outcome print(Job job, Duration patience, Consumer<Progress> watcher) {
            return new NotPrinted(FAULT);
        }
    }
}
