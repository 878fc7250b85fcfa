package platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import platform.wire.Digest;

/** Makes the vectors that both ends check, from fixed keys and fixed random bytes; run as a program it writes them. */
public final class Vectors {
    private static final Path FILE = Path.of("..", "vectors", "submission-v2.json");
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final HexFormat HEX = HexFormat.of();
    private static final UUID ID = UUID.fromString("0193512a-1c00-7a3e-8f00-112233445566");
    private static final UUID REPLACES = UUID.fromString("01934f00-0000-7000-8000-0000000000aa");
    private static final UUID NONE = new UUID(0, 0);
    private static final String NUMBER = "K001-20261122-0007";
    private static final String ITEM = "medical-insurance.cross-region-care";
    private static final int PAGE_BYTES = 131_072 - 4 - 64;

    private Vectors() {}

    public static void main(String[] arguments) throws IOException {
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, JSON.writeValueAsString(made()) + "\n");
    }

    public static JsonNode committed() throws IOException {
        return JSON.readTree(Files.readString(FILE));
    }

    /** Gives out bytes that were fixed beforehand, in order, and no more. */
    private static final class Fixed extends SecureRandom {
        private static final long serialVersionUID = 1L;

        private final transient ByteBuffer bytes;

        Fixed(byte[]... chunks) {
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            Arrays.stream(chunks).forEach(all::writeBytes);
            bytes = ByteBuffer.wrap(all.toByteArray());
        }

        @Override
        public void nextBytes(byte[] wanted) {
            bytes.get(wanted);
        }
    }

    /** {@code count} bytes that look random and are the same everywhere: SM3 over the name and a counter. */
    private static byte[] fixed(String name, int count) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; out.size() < count; i++) {
            out.writeBytes(Digest.sm3((name + i).getBytes(StandardCharsets.US_ASCII)));
        }
        return Arrays.copyOf(out.toByteArray(), count);
    }

    /** 32 bytes below the order of the curve, whose first byte is FF. */
    private static byte[] scalar(String name) {
        byte[] scalar = fixed(name, 32);
        scalar[0] &= 0x7F;
        return scalar;
    }

    private static Sealing.Signer key(String name) {
        return new Sealing.Signer(new BigInteger(1, scalar(name)));
    }

    /** Byte i is i mod 251. */
    public static byte[] page() {
        byte[] page = new byte[PAGE_BYTES];
        for (int i = 0; i < page.length; i++) {
            page[i] = (byte) (i % 251);
        }
        return page;
    }

    private static byte[] pagePart() {
        byte[] header = "{\"material\": \"referral\", \"page\": 1, \"contentType\": \"image/jpeg\"}"
                .getBytes(StandardCharsets.US_ASCII);
        byte[] page = page();
        return ByteBuffer.allocate(4 + header.length + page.length)
                .putInt(header.length)
                .put(header)
                .put(page)
                .array();
    }

    private static byte[] submission() {
        return ("{\"id\": \"" + ID + "\", \"number\": \"" + NUMBER + "\", \"terminal\": \"K001\", \"item\": \"" + ITEM
                        + "\", \"kind\": \"application\", \"citizen\": {\"name\": \"张测试\", \"number\":"
                        + " \"110101199003078881\", \"evidence\": \"id-card\", \"assurance\": \"platform\"},"
                        + " \"values\": {\"phone\": {\"value\": \"13800000000\", \"source\": \"citizen\"}},"
                        + " \"materials\": [{\"material\": \"referral\", \"source\": \"scan\", \"pages\": 1}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Sealing.Sealed sealed() {
        Sealing.About about = new Sealing.About(
                ID,
                NONE,
                REPLACES,
                "application",
                1_795_310_102_000L,
                812,
                fixed("journal-head", 32),
                "K001",
                ITEM,
                NUMBER);
        List<byte[]> recipients = List.of(
                key("platform-current").publicKey(), key("platform-next").publicKey());
        return new Sealing(
                        about,
                        recipients,
                        key("terminal-signing"),
                        new Fixed(
                                fixed("data-key", 16),
                                fixed("nonce-prefix", 6),
                                scalar("wrap-current"),
                                scalar("wrap-next"),
                                scalar("sign-manifest")))
                .seal(List.of(submission(), pagePart()), n -> n == 1);
    }

    public static byte[] uploadedPart() {
        return sealed().parts().get(1);
    }

    public static JsonNode made() {
        Sealing.Sealed sealed = sealed();
        ObjectNode vector = JSON.createObjectNode();
        vector.put(
                "about",
                "A manifest and its parts made from fixed keys and fixed random bytes: PLATFORM-API.md,"
                        + " section 6. Bytes in hexadecimal; nothing of it is used anywhere. The page is byte i = i mod 251.");
        ObjectNode platform = vector.putObject("platform");
        for (String role : List.of("current", "next", "sign")) {
            put(platform.putObject(role), key("platform-" + role));
        }
        ObjectNode terminal = vector.putObject("terminal").put("id", "K001");
        put(terminal.putObject("signing"), key("terminal-signing"));
        vector.put("id", ID.toString()).put("dependsOn", NONE.toString()).put("replaces", REPLACES.toString());
        vector.put("kind", "application").put("item", ITEM).put("number", NUMBER);
        vector.put("sealedAt", 1_795_310_102_000L).put("journalCount", 812);
        vector.put("journalHead", HEX.formatHex(fixed("journal-head", 32)));
        vector.put("dataKey", HEX.formatHex(fixed("data-key", 16)));
        vector.put("noncePrefix", HEX.formatHex(fixed("nonce-prefix", 6)));
        vector.putArray("wrapRandom")
                .add(HEX.formatHex(scalar("wrap-current")))
                .add(HEX.formatHex(scalar("wrap-next")));
        vector.put("signRandom", HEX.formatHex(scalar("sign-manifest")));
        putParts(vector, sealed);
        vector.put("manifest", HEX.formatHex(sealed.manifest()));
        vector.put("digest", Digest.sm3Text(Digest.sm3(sealed.manifest())));
        vector.put(
                "body",
                HEX.formatHex(sealed.manifest()) + HEX.formatHex(sealed.parts().get(0)));
        putReceipt(vector);
        putAnnouncement(vector);
        return vector;
    }

    private static void put(ObjectNode node, Sealing.Signer key) {
        node.put("secret", String.format("%064x", key.secret()));
        node.put("publicKey", HEX.formatHex(key.publicKey())).put("id", key.id());
    }

    private static void putParts(ObjectNode vector, Sealing.Sealed sealed) {
        byte[] small = sealed.parts().get(0);
        byte[] large = sealed.parts().get(1);
        byte[] plain = pagePart();
        vector.putArray("parts")
                .addObject()
                .put("where", "inline")
                .put("plain", HEX.formatHex(submission()))
                .put("sealed", HEX.formatHex(small))
                .put("sm3", HEX.formatHex(Digest.sm3(small)));
        vector.withArray("parts")
                .addObject()
                .put("where", "uploaded")
                .put("plainStart", HEX.formatHex(Arrays.copyOf(plain, plain.length - PAGE_BYTES)))
                .put("pageBytes", PAGE_BYTES)
                .put("length", large.length)
                .put("sm3", HEX.formatHex(Digest.sm3(large)))
                .put("reprDigest", Digest.of(large));
    }

    private static void putReceipt(ObjectNode vector) {
        ObjectNode receipt = JSON.createObjectNode();
        receipt.put("id", ID.toString()).put("terminal", "K001").put("number", NUMBER);
        receipt.put("digest", vector.path("digest").asText()).put("caseNumber", "M202611220000000171");
        receipt.put("acceptedAt", "2026-11-22T09:15:02.125+08:00");
        receipt.putObject("promise").put("kind", "working-days").put("days", 1).put("due", "2026-11-23");
        receipt.put("ledgerSeq", 17).put("previous", Digest.sm3Text(fixed("receipt-before", 32)));
        receipt.putObject("journal").put("count", 812).put("head", Digest.sm3Text(fixed("journal-head", 32)));
        byte[] signed = ReceiptTest.signedLines(receipt);
        receipt.put("key", key("platform-sign").id()).put("signature", sign(signed, "sign-receipt"));
        vector.putObject("receipt")
                .put("signedLines", HEX.formatHex(signed))
                .put("signature", receipt.path("signature").asText())
                .put("nextPrevious", Digest.sm3Text(Digest.sm3(signed)))
                .set("json", receipt);
    }

    private static void putAnnouncement(ObjectNode vector) {
        byte[] signed = Digest.signedLines(
                "OKK1",
                key("platform-current").id(),
                key("platform-next").id(),
                key("platform-sign").id());
        vector.putObject("announcement")
                .put("signedLines", HEX.formatHex(signed))
                .put("signature", sign(signed, "sign-announcement"));
    }

    private static String sign(byte[] lines, String random) {
        return Base64.getEncoder().encodeToString(key("platform-sign").sign(lines, new Fixed(scalar(random))));
    }
}
