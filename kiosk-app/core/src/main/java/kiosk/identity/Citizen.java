package kiosk.identity;

import java.util.Optional;

/**
 * The citizen of this visit.
 *
 * @param name as the card or the platform writes it
 * @param number the identity number, as {@link IdCard#number()}
 * @param session the platform's word for this person during this visit; empty while the platform has not been asked or does not answer
 */
public record Citizen(String name, String number, Evidence evidence, Assurance assurance, Optional<String> session) {
    /** Who vouches for the citizen. */
    public enum Assurance {
        /** The platform knows the person and the evidence. */
        PLATFORM,
        /** The chip of the card alone: the line was down. */
        CHIP_ALONE
    }

    /** The name with all but its first character hidden: 张**. */
    public String maskedName() {
        int first = name.offsetByCodePoints(0, Math.min(1, name.codePointCount(0, name.length())));
        return name.substring(0, first) + "*".repeat(Math.max(1, name.codePointCount(first, name.length())));
    }

    /** The number with its middle hidden. */
    public String maskedNumber() {
        return number.length() < 8
                ? "*".repeat(number.length())
                : number.substring(0, 3) + "*".repeat(number.length() - 7) + number.substring(number.length() - 4);
    }

    @Override
    public String toString() {
        return "Citizen[" + assurance + "]";
    }
}
