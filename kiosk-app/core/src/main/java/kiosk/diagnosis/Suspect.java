package kiosk.diagnosis;

import kiosk.device.Fault.Remedy;

/** What may be at the bottom of a terminal's trouble; each knows who can cure it. */
public enum Suspect {
    /** The file of the queue is damaged. */
    DATABASE_CORRUPT(Remedy.TECHNICIAN),
    /** The disk of the data folder does not give what is on it. */
    DISK_FAILS(Remedy.TECHNICIAN),
    /** The disk of the data folder is full. */
    DISK_FULL(Remedy.TECHNICIAN),
    /** The terminal's clock is wrong. */
    CLOCK_WRONG(Remedy.TECHNICIAN),
    /** No cable, no radio. */
    LINE_DOWN(Remedy.HOST_CLERK),
    /** No address was given to the terminal. */
    NO_ADDRESS(Remedy.TECHNICIAN),
    /** The router is not there. */
    GATEWAY_GONE(Remedy.HOST_CLERK),
    /** The name server does not answer, or does not know the platform. */
    NAME_SERVER(Remedy.TECHNICIAN),
    /** The platform's certificate is over. */
    CERTIFICATE_EXPIRED(Remedy.VENDOR),
    /** The platform's certificate has not begun. */
    CERTIFICATE_NOT_YET_VALID(Remedy.VENDOR),
    /** The platform's certificate is not signed by whom the terminal trusts. */
    CERTIFICATE_UNTRUSTED(Remedy.TECHNICIAN),
    /** The certificate shown is for another server. */
    CERTIFICATE_OTHER_HOST(Remedy.TECHNICIAN),
    /** Encryption fails for another reason. */
    ENCRYPTION_REFUSED(Remedy.TECHNICIAN),
    /** Something on the way answers in the platform's place. */
    PORTAL_IN_BETWEEN(Remedy.TECHNICIAN),
    /** The platform does not let this terminal in: it was struck off, or has no certificate that counts. */
    TERMINAL_NOT_ADMITTED(Remedy.TECHNICIAN),
    /** The line is up and the platform does not answer. */
    PLATFORM_DOWN(Remedy.HEALS_ITSELF),
    /** The platform answers and one department behind it does not. */
    DEPARTMENT_DOWN(Remedy.HEALS_ITSELF),
    /** All serial devices are gone at once: what they hang on. */
    HUB(Remedy.HOST_CLERK),
    /** pcscd does not run. */
    CARD_SERVICE(Remedy.TECHNICIAN),
    /** saned does not run. */
    SCAN_SERVICE(Remedy.TECHNICIAN),
    /** cupsd, or what else prints on this machine, does not run. */
    PRINT_SERVICE(Remedy.TECHNICIAN),
    /** The speed in the settings is not the device's. */
    WRONG_SPEED(Remedy.TECHNICIAN),
    /** The device is at another port, or shares this one with another. */
    WRONG_PORT(Remedy.TECHNICIAN),
    /** Reachable, but no state comes from it: the driver or the queue's address. */
    DRIVER(Remedy.TECHNICIAN),
    /** The settings do not fit the device. */
    SETTINGS(Remedy.TECHNICIAN),
    /** The device, its plug or its power. */
    CABLE_OR_DEVICE(Remedy.HOST_CLERK),
    /** A device on the network is not reached: off, unplugged, or its address changed. */
    DEVICE_OFF_THE_NET(Remedy.HOST_CLERK),
    /** Another program holds the device. */
    HELD_BY_ANOTHER(Remedy.HEALS_ITSELF),
    /** Out of paper. */
    PAPER_OUT(Remedy.HOST_CLERK),
    /** The paper in the tray is of another size than the documents. */
    WRONG_PAPER(Remedy.HOST_CLERK),
    /** A jam. */
    PAPER_JAM(Remedy.HOST_CLERK),
    /** A cover or door stands open. */
    COVER_OPEN(Remedy.HOST_CLERK),
    /** The cutter is stuck. */
    CUTTER(Remedy.TECHNICIAN),
    /** Toner or ink is used up. */
    TONER_OUT(Remedy.HOST_CLERK),
    /** The output is full. */
    TRAY_FULL(Remedy.HOST_CLERK),
    /** Too hot. */
    TOO_HOT(Remedy.HEALS_ITSELF),
    /** Paused or stopped at the device or its queue. */
    STOPPED(Remedy.HOST_CLERK),
    /** The security module is not authorised. */
    NOT_AUTHORISED(Remedy.VENDOR),
    /** The device says that it is broken. */
    HARDWARE(Remedy.VENDOR),
    /** Paper will be out soon. */
    PAPER_LOW(Remedy.HOST_CLERK),
    /** Toner or ink will be used up soon. */
    TONER_LOW(Remedy.HOST_CLERK),
    /** The disk of the data folder will be full soon. */
    DISK_LOW(Remedy.TECHNICIAN),
    /** The machine has hardly any memory left. */
    MEMORY_LOW(Remedy.TECHNICIAN),
    /** The machine has more to do than it can. */
    OVERLOADED(Remedy.TECHNICIAN),
    /** The platform's certificate ends within days. */
    CERTIFICATE_ENDS_SOON(Remedy.VENDOR);

    private final Remedy remedy;

    Suspect(Remedy remedy) {
        this.remedy = remedy;
    }

    /** Who can cure it. */
    public Remedy remedy() {
        return remedy;
    }
}
