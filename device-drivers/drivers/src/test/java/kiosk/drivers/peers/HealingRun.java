package kiosk.drivers.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/**
 * A device taken away and given back, again and again, with one driver object all the time. Each time it must be found missing, and must
 * do its work again within five seconds of its return. Threads and file descriptors are counted at the end of each cycle.
 */
public final class HealingRun {
    private static final Duration LONGEST_HEALING = Duration.ofSeconds(5);
    private static final Duration LONGEST_NOTICING = Duration.ofSeconds(5);
    private static final long BETWEEN_TRIES = 5_000_000;
    private static final int FEW = 100;
    /** The first few and the last few are to be held against each other: none may be of both. */
    private static final int ENOUGH = 2 * FEW;
    /** What comes and goes by itself: the machine's own pools, a connection being closed. */
    private static final int A_FEW_MORE = 3;

    private final String kind;
    private final Device device;
    private final List<Long> nanos = new ArrayList<>();
    private final List<Long> threads = new ArrayList<>();
    private final List<Long> descriptors = new ArrayList<>();
    private int healed;

    private HealingRun(String kind, Device device) {
        this.kind = kind;
        this.device = device;
    }

    /** The device and the hands that take it away. */
    public interface Device {
        /** Takes it away. */
        void takeAway() throws Exception;

        /** Gives it back; returns when it is there. */
        void giveBack() throws Exception;

        /** Lets the driver do its real work once; whether it did. */
        boolean works() throws Exception;

        /** Whether the driver says that it cannot be used. */
        boolean isMissed();
    }

    /** Goes through so many cycles; from {@value #ENOUGH} on, the figures go to {@code target/soak} and nothing may have added up. */
    public static void of(String kind, int cycles, Device device) throws Exception {
        HealingRun run = new HealingRun(kind, device);
        assertThat(run.worksWithin(LONGEST_HEALING)).as("%s works at all", kind).isTrue();
        for (int cycle = 0; cycle < cycles; cycle++) {
            run.cycle();
        }
        if (cycles >= ENOUGH) {
            run.write();
        }
        run.judge(cycles);
    }

    private void cycle() throws Exception {
        device.takeAway();
        Patient.until(LONGEST_NOTICING, device::isMissed, kind + " to be missed");
        device.giveBack();
        long back = System.nanoTime();
        if (worksWithin(LONGEST_HEALING)) {
            healed++;
        }
        nanos.add(System.nanoTime() - back);
        threads.add((long) ManagementFactory.getThreadMXBean().getThreadCount());
        descriptors.add(openFiles());
    }

    private boolean worksWithin(Duration patience) throws Exception {
        long end = System.nanoTime() + patience.toNanos();
        while (!device.works()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(BETWEEN_TRIES);
        }
        return System.nanoTime() <= end;
    }

    private static long openFiles() {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException("the open files cannot be counted", e);
        }
    }

    private void judge(int cycles) {
        assertThat(healed).as("%s healed", kind).isEqualTo(cycles);
        if (cycles >= ENOUGH) {
            assertThat(last(threads)).as("threads, %s", kind).isLessThanOrEqualTo(first(threads) + A_FEW_MORE);
            assertThat(last(descriptors)).as("files, %s", kind).isLessThanOrEqualTo(first(descriptors) + A_FEW_MORE);
        }
    }

    private static double first(List<Long> counts) {
        return mean(counts.subList(0, FEW));
    }

    private static double last(List<Long> counts) {
        return mean(counts.subList(counts.size() - FEW, counts.size()));
    }

    private static double mean(List<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).average().orElse(0);
    }

    private long millis(double share) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1_000_000;
    }

    private void write() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "soak"));
        Files.writeString(
                folder.resolve(kind + ".json"),
                String.format(
                        Locale.ROOT,
                        "{\"kind\": \"%s\", \"cycles\": %d, \"healed\": %d, \"worstMillis\": %d, \"p99Millis\": %d,"
                                + " \"threadsFirst100\": %.1f, \"threadsLast100\": %.1f,"
                                + " \"descriptorsFirst100\": %.1f, \"descriptorsLast100\": %.1f}%n",
                        kind,
                        nanos.size(),
                        healed,
                        millis(1),
                        millis(0.99),
                        first(threads),
                        last(threads),
                        first(descriptors),
                        last(descriptors)));
    }
}
