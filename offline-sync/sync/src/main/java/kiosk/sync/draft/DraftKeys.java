package kiosk.sync.draft;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import kiosk.identity.CardImprint;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The keys of drafts. None of them is stored, and the one that opens a draft cannot be made without the card.
 *
 * <pre>
 * derive(label, input, salt, n) = HKDF (RFC 5869) with SM3: input keying material input, info "onestop-kiosk draft 1 " ‖ label
 * name of a card   = HMAC-SM3(derive("name", secret, –, 32), imprint), its first 16 bytes, as hexadecimal digits
 * name of a draft  = name of the card ‖ "-" ‖ HMAC-SM3(the same key, imprint ‖ item), its first 8 bytes, as hexadecimal digits
 * seal of a header = HMAC-SM3(derive("header", secret, –, 32), name of the draft ‖ header without its seal)
 * content key      = derive("content", secret ‖ imprint, salt of the draft, 16): an SM4 key that seals one file only
 * </pre>
 */
final class DraftKeys {
    /** How long the seal of a header is. */
    static final int SEAL = 32;

    private static final int CONTENT_KEY = 16;
    private static final int CARD_NAME = 16;
    private static final int ITEM_NAME = 8;

    private final Supplier<byte[]> secret;

    DraftKeys(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** How all drafts of a card begin. */
    String nameOf(CardImprint card) {
        byte[] imprint = card.bytes();
        return HexFormat.of().formatHex(mac("name", imprint, new byte[0]), 0, CARD_NAME) + "-";
    }

    /** How the draft of an item is named. */
    String nameOf(CardImprint card, String item) {
        byte[] mac = mac("name", card.bytes(), item.getBytes(StandardCharsets.UTF_8));
        return nameOf(card) + HexFormat.of().formatHex(mac, 0, ITEM_NAME);
    }

    byte[] sealOf(String name, byte[] header) {
        return mac("header", name.getBytes(StandardCharsets.US_ASCII), header);
    }

    KeyParameter contentKey(CardImprint card, byte[] salt) {
        byte[] own = secret.get();
        byte[] imprint = card.bytes();
        byte[] both = Arrays.copyOf(own, own.length + imprint.length);
        System.arraycopy(imprint, 0, both, own.length, imprint.length);
        try {
            return new KeyParameter(derived("content", both, salt, CONTENT_KEY));
        } finally {
            Arrays.fill(own, (byte) 0);
            Arrays.fill(imprint, (byte) 0);
            Arrays.fill(both, (byte) 0);
        }
    }

    private byte[] mac(String label, byte[] first, byte[] second) {
        byte[] own = secret.get();
        HMac mac = new HMac(new SM3Digest());
        mac.init(new KeyParameter(derived(label, own, new byte[0], SEAL)));
        Arrays.fill(own, (byte) 0);
        mac.update(first, 0, first.length);
        mac.update(second, 0, second.length);
        byte[] out = new byte[SEAL];
        mac.doFinal(out, 0);
        return out;
    }

    private static byte[] derived(String label, byte[] input, byte[] salt, int length) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SM3Digest());
        byte[] info = ("onestop-kiosk draft 1 " + label).getBytes(StandardCharsets.US_ASCII);
        hkdf.init(new HKDFParameters(input, salt, info));
        byte[] out = new byte[length];
        hkdf.generateBytes(out, 0, length);
        return out;
    }
}
