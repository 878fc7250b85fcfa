package kiosk.emulators.smartcard;

import java.util.Arrays;
import java.util.HexFormat;
import kiosk.emulators.smartcard.keys.CardKeys;

/** A card with what it keeps without power: its content, its PIN, and the tries that are left for PIN and key. */
public final class EmulatedCard {
    private static final int TRIES = 3;

    private final CardContent content;
    private final CardKeys keys;
    private final PinHabit habit;
    private byte[] pin;
    private int pinTries = TRIES;
    private int keyTries = TRIES;

    private EmulatedCard(CardContent content, CardKeys keys, PinHabit habit, byte[] pin) {
        this.content = content;
        this.keys = keys;
        this.habit = habit;
        this.pin = pin;
    }

    /** A card without a PIN, with keys as the model province gives them. */
    public static EmulatedCard with(CardContent content) {
        return new EmulatedCard(content, CardKeys.SM4, PinHabit.USUAL, new byte[0]);
    }

    /** The same card, new, with these keys. */
    public EmulatedCard keys(CardKeys otherKeys) {
        return new EmulatedCard(content, otherKeys, habit, pin);
    }

    /** The same card, new, with this PIN. */
    public EmulatedCard pin(String digits) {
        return new EmulatedCard(content, keys, habit, packed(digits));
    }

    /** The same card, new, with this habit. */
    public EmulatedCard habit(PinHabit otherHabit) {
        return new EmulatedCard(content, keys, otherHabit, pin);
    }

    /** Two digits a byte, an odd last one with F. */
    private static byte[] packed(String digits) {
        return HexFormat.of().parseHex(digits.length() % 2 == 0 ? digits : digits + "f");
    }

    /** Whether this is its PIN now; costs no try. */
    public synchronized boolean opensWith(String digits) {
        return Arrays.equals(pin, packed(digits));
    }

    /** How many wrong PINs it still takes. */
    public synchronized int pinTriesLeft() {
        return pinTries;
    }

    /** How many wrong proofs of a terminal it still takes. */
    public synchronized int keyTriesLeft() {
        return keyTries;
    }

    CardContent content() {
        return content;
    }

    CardKeys keys() {
        return keys;
    }

    PinHabit habit() {
        return habit;
    }

    synchronized boolean hasPin() {
        return pin.length > 0;
    }

    /** The status word of trying this PIN (ISO/IEC 7816-4, 7.5.6). */
    synchronized int tryPin(byte[] tried) {
        if (pinTries == 0) {
            return 0x6983;
        }
        if (Arrays.equals(pin, tried)) {
            pinTries = TRIES;
            return 0x9000;
        }
        pinTries--;
        return 0x63C0 | pinTries;
    }

    synchronized void setPin(byte[] changed) {
        pin = changed.clone();
    }

    /** The status word of trying a terminal's proof. */
    synchronized int tryKey(boolean right) {
        if (keyTries == 0) {
            return 0x6983;
        }
        keyTries = right ? TRIES : keyTries - 1;
        return right ? 0x9000 : 0x63C0 | keyTries;
    }

    @Override
    public String toString() {
        return "EmulatedCard[" + content + "]";
    }
}
