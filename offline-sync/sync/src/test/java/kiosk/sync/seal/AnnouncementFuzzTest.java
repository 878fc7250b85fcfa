package kiosk.sync.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.sync.fuzz.Dose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes as the platform's keys. */
class AnnouncementFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<byte[]> wellFormed() {
        return Stream.of(new Opener().announces().getBytes(StandardCharsets.UTF_8));
    }

    @Tag("soak")
    @MethodSource("wellFormed")
    @FuzzTest
    void whateverComesIsAnAnnouncementOrNone(byte[] came) {
        Optional<Announcement> read = Announcement.read(tree(came));
        if (read.isPresent()) {
            Announcement again = Announcement.read(read.get().json()).orElseThrow();
            assertThat(again.sameKeysAs(read.get())).isTrue();
            assertThat(again.signatures()).isEqualTo(read.get().signatures());
            assertThat(read.get().recipients()).hasSizeBetween(1, 2);
            assertThat(read.get().signedByOneOf(List.of())).isFalse();
            read.get().signedByOneOf(List.of(read.get().sign()));
        }
    }

    private static JsonNode tree(byte[] came) {
        try {
            return JSON.readTree(came);
        } catch (IOException notJson) {
            return JSON.createObjectNode();
        }
    }

    @Test
    void damagedAnnouncementsAreNone() throws Exception {
        Dose.of(AnnouncementFuzzTest.class, "whateverComesIsAnAnnouncementOrNone", wellFormed())
                .feed(1000, this::whateverComesIsAnAnnouncementOrNone);
    }
}
