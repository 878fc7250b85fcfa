package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is put as a submission: a manifest and its inline parts, signed or not, sealed to us or not. */
class SubmissionFuzzTest {
    private static final KeyPair OURS = KeyPair.fresh();

    static Stream<byte[]> wellFormed() throws IOException {
        JsonNode vectors = new ObjectMapper().readTree(Files.readAllBytes(Path.of("../vectors/submission-v2.json")));
        return Stream.of(HexFormat.of().parseHex(vectors.path("body").asText()));
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverIsPutIsASubmissionOrUnreadable(byte[] came) {
        try {
            SealedSubmission read = SealedSubmission.read(came);
            Manifest manifest = read.manifest();
            assertThat(manifest.parts()).hasSizeBetween(1, Manifest.MOST_PARTS);
            assertThat(manifest.bytes().length).isLessThanOrEqualTo(came.length);
            assertThat(manifest.isSignedBy(OURS.publicKey())).isFalse();
            assertThat(SealedSubmission.read(came).manifest().digest()).isEqualTo(manifest.digest());
            for (Manifest.Recipient recipient : manifest.envelope().recipients()) {
                new PartCipher(manifest, OURS.unwrap(recipient.wrapped())).open(0, came);
            }
            read.mustHoldItsParts();
        } catch (Unreadable asItShould) {
            assertThat(asItShould.getMessage()).hasSizeLessThan(80);
        }
    }

    @Test
    void damagedSubmissionsAreUnreadableOrSubmissions() throws Exception {
        Dose.of(SubmissionFuzzTest.class, "whateverIsPutIsASubmissionOrUnreadable", wellFormed())
                .feed(500, this::whateverIsPutIsASubmissionOrUnreadable);
    }
}
