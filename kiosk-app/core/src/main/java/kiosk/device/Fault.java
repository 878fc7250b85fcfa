package kiosk.device;

/**
 * What is wrong with a device: the cause in our words, and the device's own code for the technician.
 *
 * @param code the raw status or error code, at most 60 characters of printable ASCII; never a sentence with data in it
 */
public record Fault(Cause cause, String code) {
    /** Cuts a code that is too long and replaces what is not printable ASCII. */
    public Fault {
        String printable = code.replaceAll("[^\\x20-\\x7E]", "?");
        code = printable.length() <= 60 ? printable : printable.substring(0, 60);
    }

    /** Who can cure a fault. */
    public enum Remedy {
        /** Waiting or trying again cures it. */
        HEALS_ITSELF,
        /** The host's clerk: paper, cover, cable, switch. */
        HOST_CLERK,
        /** A field technician: settings, modules, drivers. */
        TECHNICIAN,
        /** The device's vendor: hardware and licences. */
        VENDOR
    }

    /** The causes a fault may have; each knows who cures it. */
    public enum Cause {
        /** No device is declared for this purpose in the settings. */
        NOT_CONFIGURED(Remedy.TECHNICIAN),
        /** The settings do not fit the device. */
        MISCONFIGURED(Remedy.TECHNICIAN),
        /** No port, no reader, no host at the configured place. */
        NOT_CONNECTED(Remedy.HOST_CLERK),
        /** The system service the device needs is not running (pcscd, saned, cupsd). */
        SERVICE_MISSING(Remedy.TECHNICIAN),
        /** Connected, but no answer within its time. */
        NO_ANSWER(Remedy.HOST_CLERK),
        /** It answers, but not by its protocol. */
        GARBLED(Remedy.TECHNICIAN),
        /** Another job or program holds it. */
        BUSY(Remedy.HEALS_ITSELF),
        /** Out of paper. */
        PAPER_OUT(Remedy.HOST_CLERK),
        /** Paper will be out soon. */
        PAPER_LOW(Remedy.HOST_CLERK),
        /** The paper in the tray is of another size than what is printed. */
        WRONG_PAPER(Remedy.HOST_CLERK),
        /** Paper is jammed. */
        PAPER_JAM(Remedy.HOST_CLERK),
        /** A cover or door is open. */
        COVER_OPEN(Remedy.HOST_CLERK),
        /** The paper cutter is stuck. */
        CUTTER(Remedy.TECHNICIAN),
        /** Toner or ink is used up. */
        TONER_OUT(Remedy.HOST_CLERK),
        /** Toner or ink will be used up soon. */
        TONER_LOW(Remedy.HOST_CLERK),
        /** The output tray is full. */
        TRAY_FULL(Remedy.HOST_CLERK),
        /** Too hot; it goes on by itself when cool. */
        TOO_HOT(Remedy.HEALS_ITSELF),
        /** Paused or stopped at the device or its queue. */
        STOPPED(Remedy.HOST_CLERK),
        /** The security module is not authorised or failed its self-test. */
        NOT_AUTHORISED(Remedy.VENDOR),
        /** A failure that the device itself reports as unrecoverable. */
        HARDWARE(Remedy.VENDOR);

        private final Remedy remedy;

        Cause(Remedy remedy) {
            this.remedy = remedy;
        }

        /** Who cures it. */
        public Remedy remedy() {
            return remedy;
        }
    }
}
