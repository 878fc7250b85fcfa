package kiosk.sync.seal;

import java.util.Base64;

/**
 * The platform's word that a signing key is a terminal's (PLATFORM-API.md, section 13).
 *
 * @param key the id of the sign key
 * @param signature Base64 of r ‖ s over {@code OKE1}, terminal, id of the signing key
 */
public record Endorsement(String key, String signature) {
    /** Whether it is about that terminal and key, by a sign key on that shelf. */
    public boolean holds(String terminal, Sm2PublicKey signingKey, KeyShelf shelf) {
        byte[] lines = SignedLines.of("OKE1", terminal, signingKey.id());
        try {
            byte[] signed = Base64.getDecoder().decode(signature);
            return shelf.signKey(key).map(it -> it.verifies(lines, signed)).orElse(false);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
