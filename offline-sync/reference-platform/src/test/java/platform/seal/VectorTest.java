package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.Vectors;
import platform.wire.Digest;

/** What both ends must read and write alike, byte for byte: offline-sync/vectors. */
class VectorTest {
    private static final HexFormat HEX = HexFormat.of();

    private static JsonNode vector;

    @TempDir
    Path folder;

    @BeforeAll
    static void read() throws Exception {
        vector = Vectors.committed();
    }

    private static byte[] hex(String pointer) {
        return HEX.parseHex(vector.at(pointer).asText());
    }

    private PlatformKeys keys() throws Exception {
        Files.write(
                folder.resolve("sm2.keys"),
                List.of(
                        "current " + vector.at("/platform/current/secret").asText(),
                        "next " + vector.at("/platform/next/secret").asText(),
                        "sign " + vector.at("/platform/sign/secret").asText()),
                StandardCharsets.US_ASCII);
        return PlatformKeys.in(folder);
    }

    @Test
    void theCommittedVectorIsWhatTheSealingMakesOfItsInputs() throws Exception {
        assertThat(Vectors.made()).isEqualTo(vector);
    }

    @Test
    void theCommittedManifestIsReadVerifiedAndOpened() throws Exception {
        SealedSubmission sealed = SealedSubmission.read(hex("/body"));
        sealed.mustHoldItsParts();
        Map<Integer, byte[]> uploaded = Map.of(1, Vectors.uploadedPart());
        assertThat(sealed.manifest().digest()).isEqualTo(vector.path("digest").asText());
        assertThat(sealed.manifest().isSignedBy(new PublicKey(hex("/terminal/signing/publicKey"))))
                .isTrue();
        assertThat(sealed.manifest().parts().get(1).is(uploaded.get(1))).isTrue();
        Payload payload = sealed.open(keys(), uploaded);
        assertThat(payload.json()).isEqualTo(hex("/parts/0/plain"));
        assertThat(payload.pages()).hasSize(1);
        assertThat(payload.pages().get(0).content()).isEqualTo(Vectors.page());
    }

    @Test
    void theNextKeyOpensItToo() throws Exception {
        PlatformKeys keys = keys();
        Manifest manifest = SealedSubmission.read(hex("/body")).manifest();
        for (Manifest.Recipient recipient : manifest.envelope().recipients()) {
            assertThat(keys.opening(recipient.key()).orElseThrow().unwrap(recipient.wrapped()))
                    .isEqualTo(hex("/dataKey"));
        }
        assertThat(manifest.envelope().recipients()).hasSize(2);
    }

    @Test
    void theCommittedSignaturesVerifyAndABentOneDoesNot() {
        PublicKey sign = new PublicKey(hex("/platform/sign/publicKey"));
        for (String what : List.of("/receipt", "/announcement")) {
            byte[] lines = hex(what + "/signedLines");
            byte[] signature =
                    Base64.getDecoder().decode(vector.at(what + "/signature").asText());
            assertThat(sign.signed(lines, signature)).isTrue();
            lines[5] ^= 1;
            assertThat(sign.signed(lines, signature)).isFalse();
            assertThat(sign.signed(hex(what + "/signedLines"), Arrays.copyOf(signature, 63)))
                    .isFalse();
        }
        assertThat(Digest.sm3Text(Digest.sm3(hex("/receipt/signedLines"))))
                .isEqualTo(vector.at("/receipt/nextPrevious").asText());
    }
}
