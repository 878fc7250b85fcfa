package kiosk.emulators.smartcard;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A technician's card: the PIV application with a P-256 key for card authentication (NIST SP 800-73-4 part 2). It signs what it is asked to by
 * GENERAL AUTHENTICATE once its application is selected.
 */
final class PivChip implements Chip {
    private static final byte[] SELECT = HexFormat.of().parseHex("00a404000ba000000308000010000100");
    private static final byte[] AUTHENTICATE = HexFormat.of().parseHex("0087119e267c2482008120");
    private static final int HASH_BYTES = 32;

    private final PrivateKey key;
    private boolean selected;

    PivChip(PrivateKey key) {
        this.key = key;
    }

    @Override
    public void reset() {
        selected = false;
    }

    @Override
    public byte[] answer(byte[] command) {
        if (begins(command, SELECT)) {
            selected = true;
            return status(HexFormat.of().parseHex("61114f0600001000010079074f05a000000308"), 0x9000);
        }
        if (!begins(command, AUTHENTICATE) || command.length < AUTHENTICATE.length + HASH_BYTES) {
            return status(new byte[0], command.length > 1 && command[1] == (byte) 0xA4 ? 0x6A82 : 0x6D00);
        }
        return selected
                ? status(
                        signed(Arrays.copyOfRange(command, AUTHENTICATE.length, AUTHENTICATE.length + HASH_BYTES)),
                        0x9000)
                : status(new byte[0], 0x6985);
    }

    private static boolean begins(byte[] command, byte[] beginning) {
        return command.length >= beginning.length
                && Arrays.equals(command, 0, beginning.length, beginning, 0, beginning.length);
    }

    private byte[] signed(byte[] hash) {
        try {
            Signature signing = Signature.getInstance("NONEwithECDSA");
            signing.initSign(key);
            signing.update(hash);
            byte[] signature = signing.sign();
            return ByteBuffer.allocate(signature.length + 4)
                    .put((byte) 0x7C)
                    .put((byte) (signature.length + 2))
                    .put((byte) 0x82)
                    .put((byte) signature.length)
                    .put(signature)
                    .array();
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("this Java does not sign on P-256", missing);
        }
    }

    private static byte[] status(byte[] data, int word) {
        return ByteBuffer.allocate(data.length + 2)
                .put(data)
                .putShort((short) word)
                .array();
    }
}
