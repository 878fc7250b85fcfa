package kiosk.device;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a device is: its state, the fault if there is one, what it says of itself, and what it uses up.
 *
 * @param supplies what it uses up, as far as it tells
 */
public record Health(State state, Optional<Fault> fault, Nameplate nameplate, List<Supply> supplies) {
    /** Keeps the list from changing. */
    public Health {
        supplies = List.copyOf(supplies);
    }

    /** A device that tells nothing of what it uses up. */
    public Health(State state, Optional<Fault> fault, Nameplate nameplate) {
        this(state, fault, nameplate, List.of());
    }

    /** What can be expected of the device. */
    public enum State {
        /** Works. */
        ONLINE,
        /** Works, but wants attention soon: paper low, toner low. */
        DEGRADED,
        /** Cannot be used now. */
        OFFLINE
    }

    /**
     * What a device says of itself; an empty string where it does not say. Each is 127 characters at most, all of them visible:
     * a device may be any stranger's, and what it says is shown and logged.
     *
     * @param securityModule the number of the security module (SAM) in it, which auditors ask for
     */
    public record Nameplate(
            String manufacturer, String model, String serialNumber, String firmware, String securityModule) {
        /** A device that says nothing of itself. */
        public static final Nameplate UNKNOWN = new Nameplate("", "", "", "");

        private static final int LONGEST = 127;

        /** Cuts what is too long and replaces what cannot be seen. */
        public Nameplate {
            manufacturer = legible(manufacturer);
            model = legible(model);
            serialNumber = legible(serialNumber);
            firmware = legible(firmware);
            securityModule = legible(securityModule);
        }

        private static String legible(String said) {
            String cut = said.substring(
                    0, said.offsetByCodePoints(0, Math.min(said.codePointCount(0, said.length()), LONGEST)));
            return cut.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "?");
        }

        /** A device without a security module. */
        public Nameplate(String manufacturer, String model, String serialNumber, String firmware) {
            this(manufacturer, model, serialNumber, firmware, "");
        }
    }

    /**
     * Something a device uses up.
     *
     * @param percent how full it is, 0 to 100, if the device says so
     * @param pages how many pages it still serves, if the device says so
     */
    public record Supply(Kind kind, Level level, OptionalInt percent, OptionalInt pages) {
        /** What may be used up. */
        public enum Kind {
            /** The roll of a receipt printer. */
            RECEIPT_ROLL,
            /** The sheets in the trays. */
            PAPER,
            /** Toner or ink. */
            TONER,
            /** The drum or another part that wears out. */
            DRUM,
            /** The box for waste toner: OUT where it is full. */
            WASTE
        }

        /** How much is left. */
        public enum Level {
            /** Enough. */
            OK,
            /** To be refilled soon. */
            LOW,
            /** Used up. */
            OUT,
            /** The device does not say. */
            UNKNOWN
        }

        /** Refuses what is no percentage, and fewer than no pages. */
        public Supply {
            if (percent.orElse(0) < 0 || percent.orElse(0) > 100 || pages.orElse(0) < 0) {
                throw new IllegalArgumentException("a supply is 0 to 100 percent full and never less than empty");
            }
        }

        /** A supply of which only the level is known. */
        public static Supply of(Kind kind, Level level) {
            return new Supply(kind, level, OptionalInt.empty(), OptionalInt.empty());
        }
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

    /** The same with what the device uses up. */
    public Health with(List<Supply> others) {
        return new Health(state, fault, nameplate, others);
    }

    /** Whether work can be given to the device now. */
    public boolean usable() {
        return state != State.OFFLINE;
    }
}
