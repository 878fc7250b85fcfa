package platform.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An electronic certificate somebody holds; its identifier follows GB/T 36904. */
public record ElectronicCertificate(
        String kind,
        String title,
        String issuer,
        Identity identity,
        String issued,
        @Nullable String validUntil) {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /** The parts of the identifier: 21 characters of type, the issuer's code, a serial, three digits of version. */
    public record Identity(String type, String issuer, String serial, String version) {}

    public String id() {
        return String.join(
                ".",
                "1.2.156.3005.2",
                identity.type(),
                identity.issuer(),
                identity.serial(),
                identity.version(),
                String.valueOf(check(identity.type() + identity.issuer() + identity.serial() + identity.version())));
    }

    public boolean isValidOn(LocalDate day) {
        return validUntil == null || !LocalDate.parse(validUntil).isBefore(day);
    }

    /** ISO 7064 MOD 37,36 (hybrid) over digits and capital letters. */
    static char check(String text) {
        int product = 36;
        for (int i = 0; i < text.length(); i++) {
            int sum = (product + ALPHABET.indexOf(text.charAt(i))) % 36;
            product = (sum == 0 ? 36 : sum) * 2 % 37;
        }
        return ALPHABET.charAt((37 - product) % 36);
    }
}
