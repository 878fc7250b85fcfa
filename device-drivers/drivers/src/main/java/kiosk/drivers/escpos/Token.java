package kiosk.drivers.escpos;

import static kiosk.drivers.escpos.ReceiptEncoder.bytes;

import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Four characters that a printer sends back when it comes to them: GS ( H function 48, answered by {@code 37 22 d1 d2 d3 d4 00}. Once they
 * are back, no answer to anything that was asked before can come any more. None of them looks like a status.
 */
final class Token {
    private static final int CHARACTERS = 4;

    private final byte[] question;
    private final byte[] expected;
    private final byte[] heard;

    private Token(byte[] characters) {
        this.question = ReceiptEncoder.joined(bytes(0x1D, 0x28, 0x48, 6, 0, 0x30, 0x30), characters);
        this.expected = ReceiptEncoder.joined(ReceiptEncoder.joined(bytes(0x37, 0x22), characters), bytes(0));
        this.heard = new byte[expected.length];
    }

    /** One nobody has used lately. */
    static Token fresh() {
        byte[] characters = new byte[CHARACTERS];
        for (int i = 0; i < CHARACTERS; i++) {
            characters[i] = (byte) ThreadLocalRandom.current().nextInt('A', 'P');
        }
        return new Token(characters);
    }

    byte[] question() {
        return question.clone();
    }

    /** Takes the next byte; answers whether the token is back with it. */
    boolean isBackWith(int value) {
        System.arraycopy(heard, 1, heard, 0, heard.length - 1);
        heard[heard.length - 1] = (byte) value;
        return Arrays.equals(heard, expected);
    }
}
