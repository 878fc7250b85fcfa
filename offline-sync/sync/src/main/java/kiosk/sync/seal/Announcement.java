package kiosk.sync.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What the platform says of its keys (PLATFORM-API.md, section 3), as in the member {@code keys} of its status.
 *
 * @param current to seal to
 * @param next its successor, to seal to as well
 * @param sign the key of the platform's receipts
 * @param signatures by one or more of its sign keys, of past and present
 */
public record Announcement(
        Sm2PublicKey current, Optional<Sm2PublicKey> next, Sm2PublicKey sign, List<Signature> signatures) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 200;
    private static final int MOST_SIGNATURES = 64;

    /** Keeps the list from changing. */
    public Announcement {
        signatures = List.copyOf(signatures);
    }

    /**
     * One signature.
     *
     * @param by the id of the key
     * @param base64 r ‖ s
     */
    public record Signature(String by, String base64) {
        static Signature of(JsonNode json) {
            return new Signature(
                    json.path("signedBy").asText(""), json.path("signature").asText(""));
        }

        boolean verifies(byte[] lines, Sm2PublicKey key) {
            try {
                return base64.length() <= LONGEST
                        && key.verifies(lines, Base64.getDecoder().decode(base64));
            } catch (IllegalArgumentException notBase64) {
                return false;
            }
        }
    }

    /** The announcement in that JSON, if there is a whole one; an id that is not its key's makes it none. */
    public static Optional<Announcement> read(JsonNode keys) {
        Optional<Sm2PublicKey> current = key(keys.path("current"));
        Optional<Sm2PublicKey> sign = key(keys.path("sign"));
        boolean successor = keys.hasNonNull("next");
        Optional<Sm2PublicKey> next = key(keys.path("next"));
        if (current.isEmpty() || sign.isEmpty() || (successor && next.isEmpty())) {
            return Optional.empty();
        }
        List<Signature> signatures = new ArrayList<>();
        signatures.add(Signature.of(keys));
        for (JsonNode also : keys.path("alsoSigned")) {
            if (signatures.size() < MOST_SIGNATURES) {
                signatures.add(Signature.of(also));
            }
        }
        return Optional.of(new Announcement(current.get(), next, sign.get(), signatures));
    }

    private static Optional<Sm2PublicKey> key(JsonNode json) {
        return Sm2PublicKey.parse(
                json.path("id").asText(""), json.path("publicKey").asText(""));
    }

    /** As {@link #read} reads it. */
    public ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        put(json, "current", current);
        next.ifPresent(it -> put(json, "next", it));
        put(json, "sign", sign);
        json.put("signedBy", signatures.get(0).by())
                .put("signature", signatures.get(0).base64());
        ArrayNode also = json.putArray("alsoSigned");
        signatures.stream()
                .skip(1)
                .forEach(it -> also.addObject().put("signedBy", it.by()).put("signature", it.base64()));
        return json;
    }

    /** Whether it names the same keys; signatures differ each time they are made. */
    boolean sameKeysAs(Announcement other) {
        return current.equals(other.current) && next.equals(other.next) && sign.equals(other.sign);
    }

    private static void put(ObjectNode json, String name, Sm2PublicKey key) {
        json.putObject(name).put("id", key.id()).put("publicKey", key.base64());
    }

    /** The keys to seal to. */
    List<Sm2PublicKey> recipients() {
        return Stream.concat(Stream.of(current), next.stream().filter(it -> !it.equals(current)))
                .toList();
    }

    /** Whether one of those keys signed it. */
    boolean signedByOneOf(List<Sm2PublicKey> keys) {
        byte[] lines =
                SignedLines.of("OKK1", current.id(), next.map(Sm2PublicKey::id).orElse(""), sign.id());
        return signatures.stream()
                .anyMatch(it -> keys.stream().anyMatch(key -> key.id().equals(it.by()) && it.verifies(lines, key)));
    }
}
