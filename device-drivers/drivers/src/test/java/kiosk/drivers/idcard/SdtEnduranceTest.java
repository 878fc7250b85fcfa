package kiosk.drivers.idcard;

import static kiosk.contracts.FictionalCards.ZHANG;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;
import kiosk.contracts.Reads;
import kiosk.device.Health;
import kiosk.device.IdCardReader;
import kiosk.device.IdCardReader.Broken;
import kiosk.device.IdCardReader.Read;
import kiosk.emulators.idcard.CardImage;
import kiosk.emulators.serial.Pace;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Many reads on one reader: what adds up, and how long one takes. The machine's files are counted: contracts beside it would open others. */
@Isolated
@Timeout(60)
class SdtEnduranceTest {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int BAUD = 115200;

    @Test
    void aReadAtFullSpeedTakesLittleLongerThanItsBytesAreOnTheWire() throws Exception {
        List<Double> ratios = ratiosOf(30, ratio -> ratio >= 0.99 && ratio <= 1.3);
        assertThat(ratios).last().satisfies(ratio -> assertThat(ratio).isBetween(0.99, 1.3));
    }

    @Test
    @Tag("bench")
    void howLongAReadTakesAsARatioToTheWireTime() throws Exception {
        List<Double> ratios =
                ratiosOf(100, ratio -> false).stream().skip(20).sorted().toList();
        double median = ratios.get(ratios.size() / 2);
        double percentile95 = ratios.get(ratios.size() * 95 / 100);
        Files.writeString(
                Path.of("target", "sdt-read-time.txt"),
                String.format(Locale.ROOT, "median %.3f, 95th percentile %.3f%n", median, percentile95));
        assertThat(median).isLessThan(1.3);
    }

    /** Of so many reads at most, to the first that is enough: on a busy machine most wait for their turn as well. */
    private static List<Double> ratiosOf(int reads, DoublePredicate enough) throws InterruptedException {
        List<Double> ratios = new ArrayList<>();
        try (SdtBench bench = new SdtBench(Pace.of(BAUD), Map.of());
                IdCardReader reader = bench.reader()) {
            assertThat(reader.health().usable()).isTrue();
            for (int i = 0; i < reads && !ratios.stream().anyMatch(enough::test); i++) {
                bench.emulator.layCard(CardImage.of(ZHANG).withNewAddress("上海市浦东新区测试路88号"));
                long start = System.nanoTime();
                assertThat(reader.read(SOON)).isInstanceOf(Read.class);
                ratios.add((double) (System.nanoTime() - start)
                        / bench.emulator.wireTimeOfTheLastRead(BAUD).toNanos());
            }
        }
        return ratios;
    }

    @Test
    void healthAskedByAnotherThreadNeverTearsARead() throws Exception {
        try (SdtBench bench = new SdtBench(Pace.none(), Map.of());
                IdCardReader reader = bench.reader()) {
            AtomicBoolean enough = new AtomicBoolean();
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> {
                int times = 0;
                for (; !enough.get(); times++) {
                    assertThat(reader.health().state()).isIn(Health.State.ONLINE, Health.State.OFFLINE);
                }
                return times;
            });
            for (int i = 0; i < 50; i++) {
                bench.lay(ZHANG);
                assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(ZHANG));
                bench.lift();
            }
            enough.set(true);
            assertThat(asked.get()).isPositive();
        }
    }

    @Test
    void pullingTheCableFiftyTimesLeaksNeitherThreadsNorFiles() throws Exception {
        try (SdtBench bench = new SdtBench(Pace.none(), Map.of());
                IdCardReader reader = bench.reader()) {
            pullAndPlug(bench, reader);
            long files = openFiles();
            int threads = Thread.activeCount();
            for (int i = 0; i < 50; i++) {
                pullAndPlug(bench, reader);
            }
            assertThat(openFiles()).isLessThanOrEqualTo(files + 5);
            assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 2);
        }
    }

    private static void pullAndPlug(SdtBench bench, IdCardReader reader) throws Exception {
        bench.lay(ZHANG);
        assertThat(Reads.bare(reader.read(SOON))).isEqualTo(new Read(ZHANG));
        bench.unplug();
        assertThat(reader.read(SOON)).isInstanceOf(Broken.class);
        bench.plug();
    }

    private static long openFiles() throws Exception {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }
}
