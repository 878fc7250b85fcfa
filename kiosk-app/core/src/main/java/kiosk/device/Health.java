package kiosk.device;

import java.util.Optional;

/** How a device is: its state, the fault if there is one, and what it says of itself. */
public record Health(State state, Optional<Fault> fault, Nameplate nameplate) {
    /** What can be expected of the device. */
    public enum State {
        /** Works. */
        ONLINE,
        /** Works, but wants attention soon: paper low, toner low. */
        DEGRADED,
        /** Cannot be used now. */
        OFFLINE
    }

    /** What a device says of itself; an empty string where it does not say. */
    public record Nameplate(String manufacturer, String model, String serialNumber, String firmware) {
        /** A device that says nothing of itself. */
        public static final Nameplate UNKNOWN = new Nameplate("", "", "", "");
    }

    /** A device without any fault. */
    public static Health online(Nameplate nameplate) {
        return new Health(State.ONLINE, Optional.empty(), nameplate);
    }

    /** A device that works but wants attention soon. */
    public static Health degraded(Fault fault, Nameplate nameplate) {
        return new Health(State.DEGRADED, Optional.of(fault), nameplate);
    }

    /** A device that cannot be used, with the reason. */
    public static Health offline(Fault fault, Nameplate nameplate) {
        return new Health(State.OFFLINE, Optional.of(fault), nameplate);
    }

    /** Whether work can be given to the device now. */
    public boolean usable() {
        return state != State.OFFLINE;
    }
}
