package kiosk.contracts.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final long MILLISECOND = 1_000_000;

    @Test
    void whatTheWarmUpTookDoesNotCount() throws Exception {
        long[] ours = {90, 90, 4, 1, 3, 2};
        int[] turn = {0};
        new SideBySide("of-four", 2, 4).measure(() -> ours[turn[0]++] * MILLISECOND, () -> MILLISECOND);
        assertThat(Files.readString(Path.of("target", "bench", "of-four.json")))
                .isEqualTo(
                        "{\"name\": \"of-four\", \"unit\": \"ms\", \"n\": 4, \"ours\": {\"p50\": 2.0000, \"p99\": 4.0000},"
                                + " \"bare\": {\"p50\": 1.0000, \"p99\": 1.0000}, \"ratioP50\": 2.000, \"ratioP99\": 4.000}\n");
    }

    @Test
    void neitherAlwaysGoesFirst() throws Exception {
        List<String> order = new ArrayList<>();
        new SideBySide("in-turns", 1, 1)
                .measure(SideBySide.timed(() -> order.add("ours")), SideBySide.timed(() -> order.add("bare")));
        assertThat(order).containsExactly("bare", "ours", "ours", "bare");
    }

    @Test
    void whatElseIsToBeKnownStandsBehindTheFigures() throws Exception {
        new SideBySide("of-none", 0, 1, Map.of("durable", false)).measure(() -> MILLISECOND, () -> MILLISECOND);
        assertThat(Files.readString(Path.of("target", "bench", "of-none.json")))
                .endsWith("\"ratioP99\": 1.000, \"durable\": false}\n");
    }
}
