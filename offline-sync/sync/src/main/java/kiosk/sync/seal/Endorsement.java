package kiosk.sync.seal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;
import java.util.Optional;

/**
 * The platform's word that a signing key is a terminal's (PLATFORM-API.md, section 13).
 *
 * @param key the id of the sign key
 * @param signature Base64 of r ‖ s over {@code OKE1}, terminal, id of the signing key
 */
public record Endorsement(String key, String signature) {
    /** One as the wire writes it; empty where it is none. */
    public static Optional<Endorsement> read(JsonNode json) {
        String key = json.path("key").asText("");
        String signature = json.path("signature").asText("");
        return key.isEmpty() || signature.isEmpty() ? Optional.empty() : Optional.of(new Endorsement(key, signature));
    }

    /** Whether it is about that terminal and key, by a sign key on that shelf. */
    public boolean holds(String terminal, Sm2PublicKey signingKey, KeyShelf shelf) {
        return shelf.signKey(key).map(it -> isBy(it, terminal, signingKey)).orElse(false);
    }

    /** Whether that sign key gave it to that terminal for that key. */
    public boolean isBy(Sm2PublicKey sign, String terminal, Sm2PublicKey signingKey) {
        return sign.verifies(SignedLines.of("OKE1", terminal, signingKey.id()), bytes());
    }

    /** The 64 bytes r ‖ s; none where the text is no Base64. */
    public byte[] bytes() {
        try {
            return Base64.getDecoder().decode(signature);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }
}
