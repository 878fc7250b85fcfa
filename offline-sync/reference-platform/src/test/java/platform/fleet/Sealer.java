package platform.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import platform.Sealing;
import platform.wire.Digest;

/** A real terminal's key: seals its submissions to the platform's keys and checks the receipts (PLATFORM-API.md, sections 5.2 and 6). */
final class Sealer {
    private static final String ITEM = "public-security.no-criminal-record";
    private static final UUID NONE = new UUID(0, 0);

    private final SecureRandom random = new SecureRandom();
    private final Sealing.Signer signer = Sealing.Signer.fresh(random);
    private final String terminal;
    private final List<byte[]> recipients = new ArrayList<>();
    private final byte[] signKey;

    /** Sealed once, sent until a receipt verifies. */
    record Parcel(UUID id, String number, String digest, byte[] body) {}

    Sealer(String terminal, JsonNode keys) {
        this.terminal = terminal;
        for (String name : List.of("current", "next")) {
            if (keys.has(name)) {
                recipients.add(base64(keys.path(name), "publicKey"));
            }
        }
        signKey = base64(keys.path("sign"), "publicKey");
    }

    String signingKey() {
        return Base64.getEncoder().encodeToString(signer.publicKey());
    }

    Parcel parcel() {
        UUID id = UUID.randomUUID();
        String number = "F-" + id;
        Sealing.About about = new Sealing.About(
                id, NONE, NONE, "application", System.currentTimeMillis(), 0, new byte[32], terminal, ITEM, number);
        Sealing.Sealed sealed = new Sealing(about, recipients, signer, random)
                .seal(List.of(content(id, number).getBytes(StandardCharsets.UTF_8)), n -> false);
        byte[] manifest = sealed.manifest();
        byte[] part = sealed.parts().get(0);
        byte[] body = Arrays.copyOf(manifest, manifest.length + part.length);
        System.arraycopy(part, 0, body, manifest.length, part.length);
        return new Parcel(id, number, Digest.sm3Text(Digest.sm3(manifest)), body);
    }

    private String content(UUID id, String number) {
        return """
                {"id": "%s", "number": "%s", "terminal": "%s", "item": "%s", "kind": "application",
                 "citizen": {"name": "张测试", "number": "110101199003078881", "evidence": "id-card", "assurance": "platform"},
                 "values": {"phone": {"value": "13800000000", "source": "platform"}}, "materials": [], "note": "%s"}""".formatted(id, number, terminal, ITEM, "x".repeat(3_500));
    }

    boolean verifies(JsonNode receipt, Parcel parcel) {
        boolean isOurs = receipt.path("id").asText().equals(parcel.id().toString())
                && receipt.path("terminal").asText().equals(terminal)
                && receipt.path("number").asText().equals(parcel.number())
                && receipt.path("digest").asText().equals(parcel.digest());
        return isOurs && Sealing.verifies(signKey, lines(receipt), base64(receipt, "signature"));
    }

    private static byte[] lines(JsonNode receipt) {
        StringBuilder lines = new StringBuilder("OKR1\n");
        for (String name : List.of(
                "id",
                "terminal",
                "number",
                "digest",
                "caseNumber",
                "acceptedAt",
                "promise/kind",
                "promise/due",
                "ledgerSeq",
                "previous",
                "journal/count",
                "journal/head")) {
            lines.append(receipt.at("/" + name).asText()).append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(JsonNode json, String name) {
        return Base64.getDecoder().decode(json.path(name).asText());
    }
}
