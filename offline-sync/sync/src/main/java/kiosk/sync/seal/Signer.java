package kiosk.sync.seal;

/** Who signs for this terminal: an SM2 key, in memory or in a device that never shows it. */
public interface Signer {
    /** The public half. */
    Sm2PublicKey publicKey();

    /**
     * The signature r ‖ s, 64 bytes: SM2 with SM3 and the user id of GM/T 0009.
     *
     * @throws NotSealed if it cannot sign now
     */
    byte[] sign(byte[] message);
}
