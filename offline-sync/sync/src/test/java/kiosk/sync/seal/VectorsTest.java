package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kiosk.sync.keys.Sm2Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the platform's tests made from fixed keys and fixed random numbers (offline-sync/vectors), made here once more, byte for byte. */
class VectorsTest {
    private static final HexFormat HEX = HexFormat.of();

    @TempDir
    private Path folder;

    private JsonNode vector;
    private SealingStream.Secret secret;
    private UUID id;

    @BeforeEach
    void read() throws Exception {
        Path file = Path.of(System.getProperty("basedir", ".")).resolve("../vectors/submission-v2.json");
        vector = new ObjectMapper().readTree(file.toFile());
        secret = new SealingStream.Secret(bytes("dataKey"), bytes("noncePrefix"));
        id = UUID.fromString(vector.path("id").asText());
    }

    private byte[] bytes(String name) {
        return HEX.parseHex(vector.path(name).asText());
    }

    /** Gives out fixed bytes, in order, and nothing else. */
    private static final class Drawn extends SecureRandom {
        private static final long serialVersionUID = 1;
        private final List<byte[]> left = new ArrayList<>();

        static Drawn of(List<String> hex) {
            Drawn drawn = new Drawn();
            hex.forEach(it -> drawn.left.add(HEX.parseHex(it)));
            return drawn;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            byte[] next = left.remove(0);
            assertThat(bytes).hasSameSizeAs(next);
            System.arraycopy(next, 0, bytes, 0, bytes.length);
        }
    }

    private byte[] sealed(int part) throws Exception {
        JsonNode json = vector.path("parts").path(part);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        plain.writeBytes(HEX.parseHex(
                json.has("plain")
                        ? json.path("plain").asText()
                        : json.path("plainStart").asText()));
        for (int i = 0; i < json.path("pageBytes").asInt(); i++) {
            plain.write(i % 251);
        }
        SealingStream out = new SealingStream(part, Sealing.MOST_PART, secret, id);
        try (out) {
            out.write(plain.toByteArray());
        }
        return out.sealed();
    }

    @Test
    void thePartsAreTheSame() throws Exception {
        assertThat(HEX.formatHex(sealed(0)))
                .isEqualTo(vector.path("parts").path(0).path("sealed").asText());
        byte[] page = sealed(1);
        JsonNode said = vector.path("parts").path(1);
        assertThat(page).hasSize(said.path("length").asInt());
        assertThat(HEX.formatHex(Sm3.of(page))).isEqualTo(said.path("sm3").asText());
        assertThat(Sha256.field(page)).isEqualTo(said.path("reprDigest").asText());
    }

    @Test
    void theManifestIsTheSame() throws Exception {
        List<String> wraps = new ArrayList<>();
        vector.path("wrapRandom").forEach(it -> wraps.add(it.asText()));
        Drawn drawn = Drawn.of(wraps);
        List<Manifest.Recipient> recipients = new ArrayList<>();
        for (String which : List.of("current", "next")) {
            JsonNode key = vector.path("platform").path(which);
            Sm2PublicKey to = Sm2PublicKey.parse(Base64.getEncoder()
                            .encodeToString(HEX.parseHex(key.path("publicKey").asText())))
                    .orElseThrow();
            assertThat(to.id()).isEqualTo(key.path("id").asText());
            recipients.add(new Manifest.Recipient(to.id(), to.encrypt(secret.key(), drawn)));
        }
        List<Sealed.Part> parts = List.of(new Sealed.Part(0, sealed(0), false), new Sealed.Part(1, sealed(1), true));
        UUID replaces = UUID.fromString(vector.path("replaces").asText());
        Manifest manifest = new Manifest(
                new Manifest.Subject(id, Optional.empty(), Optional.of(replaces)),
                labels(),
                secret.noncePrefix(),
                recipients,
                parts);
        Sm2Secret signer = Sm2Secret.of(
                HEX.parseHex(vector.at("/terminal/signing/secret").asText()),
                Drawn.of(List.of(vector.path("signRandom").asText())));
        Sealed whole = new Sealed(manifest.signedBy(signer), parts);
        assertThat(HEX.formatHex(whole.manifest()))
                .isEqualTo(vector.path("manifest").asText());
        assertThat(whole.digest()).isEqualTo(vector.path("digest").asText());
        assertThat(HEX.formatHex(whole.body())).isEqualTo(vector.path("body").asText());
    }

    private Labels labels() {
        return new Labels(
                vector.at("/terminal/id").asText(),
                vector.path("number").asText(),
                vector.path("item").asText(),
                vector.path("kind").asText(),
                Clock.fixed(Instant.ofEpochMilli(vector.path("sealedAt").asLong()), ZoneId.of("Asia/Shanghai")),
                new JournalHead(vector.path("journalCount").asLong(), bytes("journalHead")));
    }

    @Test
    void theReceiptIsThePlatformsAndNamesItsSuccessorsPredecessor() throws Exception {
        JsonNode json = vector.at("/receipt/json");
        SignedReceipt receipt = new SignedReceipt(
                json.path("id").asText(),
                json.path("terminal").asText(),
                json.path("number").asText(),
                json.path("digest").asText(),
                json.path("caseNumber").asText(),
                json.path("acceptedAt").asText(),
                new SignedReceipt.Promise(
                        json.at("/promise/kind").asText(),
                        json.at("/promise/due").asText()),
                json.path("ledgerSeq").asLong(),
                json.path("previous").asText(),
                new SignedReceipt.Journal(
                        json.at("/journal/count").asLong(),
                        json.at("/journal/head").asText()),
                json.path("key").asText(),
                json.path("signature").asText());
        assertThat(HEX.formatHex(receipt.lines()))
                .isEqualTo(vector.at("/receipt/signedLines").asText());
        assertThat(receipt.chain()).isEqualTo(vector.at("/receipt/nextPrevious").asText());
        Announcement announcement = new Announcement(
                key("current"),
                Optional.of(key("next")),
                key("sign"),
                List.of(new Announcement.Signature(
                        key("sign").id(), vector.at("/announcement/signature").asText())));
        KeyShelf shelf = new KeyShelf(folder.resolve("platform.keys"), Optional.empty());
        assertThat(receipt.signedBy(shelf)).isFalse();
        assertThat(shelf.take(announcement)).isEqualTo(KeyShelf.Taken.NEW);
        assertThat(receipt.signedBy(shelf)).isTrue();
    }

    private Sm2PublicKey key(String which) {
        byte[] point =
                HEX.parseHex(vector.at("/platform/" + which + "/publicKey").asText());
        return Sm2PublicKey.parse(Base64.getEncoder().encodeToString(point)).orElseThrow();
    }
}
