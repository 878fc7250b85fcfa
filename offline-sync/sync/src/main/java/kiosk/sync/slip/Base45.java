package kiosk.sync.slip;

import java.util.Arrays;
import java.util.Optional;

/** Bytes as the characters that a QR code holds most densely (RFC 9285): two bytes in three characters, a last one in two. */
final class Base45 {
    private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    private static final int BASE = 45;

    private Base45() {}

    static String encode(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length * 3 / 2 + 2);
        for (int i = 0; i < bytes.length; i += 2) {
            boolean pair = i + 1 < bytes.length;
            int first = bytes[i] & 0xFF;
            int value = pair ? (first << 8) | (bytes[i + 1] & 0xFF) : first;
            text.append(ALPHABET.charAt(value % BASE)).append(ALPHABET.charAt(value / BASE % BASE));
            if (pair) {
                text.append(ALPHABET.charAt(value / BASE / BASE));
            }
        }
        return text.toString();
    }

    /** The bytes of a text, if it is one that {@link #encode} makes. */
    static Optional<byte[]> decode(String text) {
        if (text.length() % 3 == 1) {
            return Optional.empty();
        }
        byte[] bytes = new byte[text.length() * 2 / 3];
        int at = 0;
        for (int i = 0; i < text.length(); i += 3) {
            String group = text.substring(i, Math.min(i + 3, text.length()));
            int value = value(group);
            int width = group.length() - 1;
            if (value < 0 || value >= (1 << (8 * width))) {
                return Optional.empty();
            }
            if (width == 2) {
                bytes[at++] = (byte) (value >> 8);
            }
            bytes[at++] = (byte) value;
        }
        return Optional.of(Arrays.copyOf(bytes, at));
    }

    /** The number that two or three characters are, the lowest place first; below zero where one is none of the alphabet. */
    private static int value(String group) {
        int value = 0;
        for (int i = group.length() - 1; i >= 0; i--) {
            int digit = ALPHABET.indexOf(group.charAt(i));
            if (digit < 0) {
                return -1;
            }
            value = value * BASE + digit;
        }
        return value;
    }
}
