package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is on a stick that somebody carried here. */
class ExportFuzzTest {
    static Stream<byte[]> wellFormed() throws IOException, Unreadable {
        JsonNode vectors = new ObjectMapper().readTree(Files.readAllBytes(Path.of("../vectors/submission-v2.json")));
        ByteArrayOutputStream one = new ByteArrayOutputStream();
        byte[] manifest = HexFormat.of().parseHex(vectors.path("manifest").asText());
        chunk(one, manifest);
        for (Manifest.Part part : Manifest.read(new ByteReader(manifest)).parts()) {
            chunk(one, new byte[part.length()]);
        }
        byte[] head = "OKX1\1".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream twice = new ByteArrayOutputStream();
        twice.writeBytes(head);
        twice.writeBytes(one.toByteArray());
        twice.writeBytes(one.toByteArray());
        twice.writeBytes(new byte[4]);
        return Stream.of(twice.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, byte[] bytes) {
        out.writeBytes(ByteBuffer.allocate(4).putInt(bytes.length).array());
        out.writeBytes(bytes);
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverIsCarriedHereIsSubmissionsOrUnreadable(byte[] came) throws IOException {
        try {
            ExportFile file = ExportFile.open(new ByteArrayInputStream(came));
            Optional<SealedSubmission> next = file.next();
            for (int i = 0; next.isPresent(); i++) {
                assertThat(i).isLessThan(came.length);
                assertThat(next.get().inline())
                        .hasSameSizeAs(next.get().manifest().parts());
                assertThat(next.get().body().length).isLessThanOrEqualTo(came.length);
                next.get().mustHoldItsParts();
                next = file.next();
            }
        } catch (Unreadable asItShould) {
            assertThat(asItShould.getMessage()).hasSizeLessThan(80);
        }
    }

    @Test
    void damagedFilesAreUnreadableOrSubmissions() throws Exception {
        Dose.of(ExportFuzzTest.class, "whateverIsCarriedHereIsSubmissionsOrUnreadable", wellFormed())
                .feed(2000, this::whateverIsCarriedHereIsSubmissionsOrUnreadable);
    }
}
