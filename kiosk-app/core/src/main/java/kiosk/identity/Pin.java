package kiosk.identity;

import java.util.Arrays;

/**
 * The PIN of a card while its holder types it: digits that never become a text. It is wiped once it has been used or given up;
 * afterwards it is the PIN of no card.
 */
public final class Pin {
    /** The fewest digits a card takes (LD/T 32-2015). */
    public static final int SHORTEST = 4;
    /** The most. */
    public static final int LONGEST = 16;

    private final char[] digits;

    /**
     * Copies the digits; whoever typed them wipes theirs.
     *
     * @throws IllegalArgumentException if they are no PIN; the message does not carry them
     */
    public Pin(char[] typed) {
        digits = typed.clone();
        if (!possible()) {
            wipe();
            throw new IllegalArgumentException("a PIN has " + SHORTEST + " to " + LONGEST + " digits");
        }
    }

    private boolean possible() {
        boolean onlyDigits = true;
        for (char digit : digits) {
            onlyDigits &= digit >= '0' && digit <= '9';
        }
        return onlyDigits && digits.length >= SHORTEST && digits.length <= LONGEST;
    }

    /** Two digits a byte, an odd last one filled with F, as cards take it; the caller wipes it. */
    public byte[] packed() {
        byte[] packed = new byte[(digits.length + 1) / 2];
        for (int i = 0; i < packed.length; i++) {
            int low = 2 * i + 1 < digits.length ? digits[2 * i + 1] - '0' : 0xF;
            packed[i] = (byte) (((digits[2 * i] - '0') << 4) | (low & 0xF));
        }
        return packed;
    }

    /** How many digits it has. */
    public int length() {
        return digits.length;
    }

    /** Whether anybody would guess it: one digit throughout, or digits in a row. */
    public boolean isSimple() {
        int step = digits[1] - digits[0];
        boolean even = step >= -1 && step <= 1;
        for (int i = 1; i < digits.length; i++) {
            even &= digits[i] - digits[i - 1] == step;
        }
        return even;
    }

    /** Whether it has the same digits. */
    public boolean sameAs(Pin other) {
        return Arrays.equals(digits, other.digits);
    }

    /** Overwrites the digits; twice is harmless. */
    public void wipe() {
        Arrays.fill(digits, '\0');
    }

    /** Whether it has been wiped. */
    public boolean wiped() {
        return digits[0] == '\0';
    }

    @Override
    public String toString() {
        return "Pin";
    }
}
