package kiosk.form;

import java.util.Optional;
import kiosk.catalogue.Text;

/**
 * Something that keeps a form from being handed in.
 *
 * @param field the field it is about; empty when it is about the whole form
 * @param message the catalogue's or the platform's own words; empty where the kind of problem says enough
 */
public record Problem(Optional<String> field, Why why, Optional<Text> message) {
    /** What is wrong; each is a sentence that says what to do. */
    public enum Why {
        /** Nothing entered. */
        MISSING,
        /** Too long, or too few or many digits. */
        LENGTH,
        /** Not a mobile number. */
        NOT_A_PHONE,
        /** Not a citizen identity number. */
        NOT_A_NUMBER,
        /** Not one of the options, or no such place. */
        NOT_AN_OPTION,
        /** Not a day or month that exists. */
        NO_SUCH_DAY,
        /** Too early or too late. */
        OUT_OF_RANGE,
        /** A rule of the item does not hold. */
        RULE,
        /** The platform refuses it. */
        PLATFORM,
        /** What was filled in an earlier visit does not fit any more. */
        OUTDATED
    }

    /** Without the message: the platform's own words may name what was entered. */
    @Override
    public String toString() {
        return "Problem[" + field.orElse("form") + ", " + why + "]";
    }

    /** A problem of one field that needs no words of its own. */
    public static Problem of(String field, Why why) {
        return new Problem(Optional.of(field), why, Optional.empty());
    }
}
