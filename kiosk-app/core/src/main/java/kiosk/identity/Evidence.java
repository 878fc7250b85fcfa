package kiosk.identity;

/** What a citizen proves who they are with; a typed number is never evidence. */
public sealed interface Evidence {
    /** An identity card read by its chip. */
    record ByIdCard(IdCard card) implements Evidence {}

    /** A social-security card whose holder could be read. */
    record BySocialCard(SocialCard card) implements Evidence {}

    /** A code from the citizen's phone, opaque to the terminal; only the platform can say whose it is. */
    record ByCode(String code) implements Evidence {
        @Override
        public String toString() {
            return "ByCode[" + code.length() + " characters]";
        }
    }
}
