package kiosk.emulators.smartcard.keys;

import java.util.Arrays;
import java.util.HexFormat;
import kiosk.device.card.CardAuthenticator.Challenge;
import org.bouncycastle.crypto.BlockCipher;
import org.bouncycastle.crypto.engines.DESedeEngine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * The keys of an emulated province and what they make of a card's random numbers. The standard's construction is not public, so this
 * one is our own, in its manner: a factor and its complement, enciphered as 16 bytes, make first the card's key from the master key
 * (the factor is the second half of the card's id), then the session's key (the process factor), then the proof (the source).
 *
 * @param algorithm 1 for 3DES, 3 for SM4 (GB/T 32907), as in tag 9F0C of a card
 * @param internalMaster what cards prove themselves with, 32 hexadecimal digits
 * @param externalMaster RKSSSE, what terminals prove themselves with, 32 hexadecimal digits
 */
public record CardKeys(int algorithm, String internalMaster, String externalMaster) {
    /** The keys of the model province for cards whose keys are SM4's. */
    public static final CardKeys SM4 =
            new CardKeys(3, "0123456789abcdeffedcba9876543210", "00112233445566778899aabbccddeeff");
    /** The same for cards whose keys are 3DES's. */
    public static final CardKeys TRIPLE_DES = new CardKeys(1, SM4.internalMaster, SM4.externalMaster);

    private static final int HALF = 8;

    /** What a card of this province proves itself with: eight bytes. */
    public byte[] internalProof(String cardId, Challenge challenge) {
        byte[] whole = proof(internalMaster, cardId, challenge);
        byte[] folded = Arrays.copyOf(whole, HALF);
        for (int i = 0; i < HALF; i++) {
            folded[i] ^= whole[HALF + i];
        }
        return folded;
    }

    /** What a terminal of this province proves itself with: sixteen bytes. */
    public byte[] externalProof(String cardId, Challenge challenge) {
        return proof(externalMaster, cardId, challenge);
    }

    private byte[] proof(String master, String cardId, Challenge challenge) {
        byte[] card = enciphered(bytes(master), cardId.substring(2 * HALF));
        byte[] session = enciphered(card, challenge.process());
        return enciphered(session, challenge.source());
    }

    /** The eight bytes and their complement, enciphered block by block. */
    private byte[] enciphered(byte[] key, String factor) {
        byte[] half = bytes(factor);
        byte[] clear = new byte[2 * HALF];
        for (int i = 0; i < HALF; i++) {
            clear[i] = half[i];
            clear[HALF + i] = (byte) ~half[i];
        }
        BlockCipher cipher = algorithm == 3 ? new SM4Engine() : new DESedeEngine();
        cipher.init(true, new KeyParameter(key));
        byte[] secret = new byte[clear.length];
        for (int at = 0; at < clear.length; at += cipher.getBlockSize()) {
            cipher.processBlock(clear, at, secret, at);
        }
        return secret;
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }

    @Override
    public String toString() {
        return "CardKeys[" + algorithm + "]";
    }
}
