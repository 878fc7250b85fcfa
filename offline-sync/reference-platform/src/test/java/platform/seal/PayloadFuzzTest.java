package platform.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a terminal that we know seals for us; the parts lie one after the other, each with its length in two bytes. */
class PayloadFuzzTest {
    static Stream<byte[]> wellFormed() {
        String submission = "{\"materials\": [{\"material\": \"referral\", \"source\": \"scan\", \"pages\": 2}]}";
        return Stream.of(joined(part("{}")), joined(part(submission), page(1), page(2)));
    }

    private static byte[] page(int number) {
        byte[] header = ("{\"material\": \"referral\", \"page\": " + number
                        + ", \"contentType\": \"image/jpeg\", \"codes\": [{\"text\": \"a\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(header.length + 6)
                .putInt(header.length)
                .put(header)
                .putShort((short) 7)
                .array();
    }

    private static byte[] part(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Stream.of(parts).mapToInt(it -> it.length + 2).sum());
        Stream.of(parts).forEach(it -> all.putShort((short) it.length).put(it));
        return all.array();
    }

    private static List<byte[]> split(byte[] came) {
        ByteBuffer all = ByteBuffer.wrap(came);
        List<byte[]> parts = new ArrayList<>();
        while (all.remaining() > 2) {
            byte[] part = new byte[Math.min(all.getShort() & 0xffff, all.remaining())];
            all.get(part);
            parts.add(part);
        }
        return parts.isEmpty() ? List.of(came) : parts;
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverWasSealedIsASubmissionOrUnreadable(byte[] came) {
        List<byte[]> parts = split(came);
        try {
            Payload read = Payload.of(parts);
            assertThat(read.pages()).hasSize(parts.size() - 1);
            assertThat(read.submission().isObject()).isTrue();
            assertThat(read.toString()).hasSizeLessThan(80);
        } catch (Unreadable asItShould) {
            assertThat(asItShould.getMessage()).hasSizeLessThan(80);
        }
    }

    @Test
    void damagedPartsAreUnreadableOrASubmission() throws Exception {
        Dose.of(PayloadFuzzTest.class, "whateverWasSealedIsASubmissionOrUnreadable", wellFormed())
                .feed(2000, this::whateverWasSealedIsASubmissionOrUnreadable);
    }
}
