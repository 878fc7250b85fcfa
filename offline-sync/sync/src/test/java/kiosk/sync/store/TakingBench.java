package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How long taking a submission lasts, beside the least the disk needs for as many bytes; in turns, because the machine is not alone. */
@Tag("bench")
class TakingBench {
    private static final int TURNS = 1000;
    private static final int WARM = 300;
    private static final int BYTES = 21_000;

    @Test
    void takingASubmissionBesideABareWrite() throws Exception {
        Path folder = Files.createDirectories(Path.of("target/bench"));
        Path queue = Files.createTempDirectory(folder, "queue");
        Path bare = queue.resolve("bare");
        Files.write(bare, new byte[BYTES]);
        long[] taking = new long[TURNS];
        long[] writing = new long[TURNS];
        try (Shop shop = Shop.open(queue);
                FileChannel channel = FileChannel.open(bare, StandardOpenOption.WRITE)) {
            for (int i = -WARM; i < TURNS; i++) {
                Submission submission = Handed.care();
                long begun = System.nanoTime();
                assertThat(shop.outbox.accept(submission)).isInstanceOf(Outbox.Accepted.class);
                long taken = System.nanoTime();
                channel.write(ByteBuffer.allocate(BYTES), 0);
                channel.force(false);
                long written = System.nanoTime();
                if (i >= 0) {
                    taking[i] = taken - begun;
                    writing[i] = written - taken;
                }
            }
        }
        Files.writeString(folder.resolve("taking.json"), figures(taking, writing));
    }

    private static String figures(long[] taking, long[] writing) {
        Arrays.sort(taking);
        Arrays.sort(writing);
        return String.format(
                Locale.ROOT,
                "{\"takingMicros\": {\"p50\": %d, \"p99\": %d}, \"bareWriteMicros\": {\"p50\": %d, \"p99\": %d},"
                        + " \"ratioP50\": %.2f, \"ratioP99\": %.2f}%n",
                at(taking, 50),
                at(taking, 99),
                at(writing, 50),
                at(writing, 99),
                (double) at(taking, 50) / at(writing, 50),
                (double) at(taking, 99) / at(writing, 99));
    }

    private static long at(long[] sorted, int percent) {
        return sorted[sorted.length * percent / 100] / 1000;
    }
}
