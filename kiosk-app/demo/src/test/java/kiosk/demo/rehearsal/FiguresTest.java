package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the terminal costs, measured on this machine and written to {@code target/figures.json}. */
@Tag("bench")
class FiguresTest {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration VISIT = Duration.ofMinutes(6);
    private static final int STARTS = 5;
    private static final int VISITS = 20;
    private static final Pattern READ = Pattern.compile("card Read in ([0-9]+) ms");
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+([0-9]+) kB");

    private final ObjectNode figures = new ObjectMapper().createObjectNode();
    private final AtomicLong lastRead = new AtomicLong();

    @Test
    @Timeout(value = 40, unit = TimeUnit.MINUTES)
    void whatAStartTwentyVisitsAndACardCost() throws Exception {
        try (Scenery scenery = new Scenery(Folders.fresh("figures"))) {
            starts(scenery);
            visits(scenery);
        }
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(Folders.target().resolve("figures.json").toFile(), figures);
        assertThat(figures.path("cardReadToWireTime").asDouble()).isBetween(0.99, 3.0);
    }

    /** From the start of the process to the screen that takes touches, one after the other in turns. */
    private void starts(Scenery scenery) throws InterruptedException {
        List<Double> bare = new ArrayList<>();
        List<Double> whole = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            bare.add(seconds(scenery, BareWindow.class));
            whole.add(seconds(scenery, TirelessKiosk.class));
        }
        figures.put("bareWindowSeconds", median(bare));
        figures.put("coldStartSeconds", median(whole));
        figures.put("coldStartToBareWindow", median(whole) / median(bare));
    }

    private static double seconds(Scenery scenery, Class<?> program) throws InterruptedException {
        long began = System.nanoTime();
        try (ChildProgram started = scenery.kiosk(program, line -> {})) {
            started.awaitLine("usable", START);
            return (System.nanoTime() - began) / 1e9;
        }
    }

    private void visits(Scenery scenery) throws InterruptedException, IOException {
        List<Double> ratios = new ArrayList<>();
        String[] rounds = Collections.nCopies(VISITS, "APPLICATION").toArray(String[]::new);
        try (ChildProgram kiosk = scenery.kiosk(TirelessKiosk.class, this::hear, rounds)) {
            for (int i = 0; i < VISITS; i++) {
                kiosk.awaitLine("walked ", VISIT);
                ratios.add(lastRead.get()
                        * 1e6
                        / Double.parseDouble(scenery.world().ask("wire-time")));
            }
            figures.put("residentMegabytesAfter" + VISITS + "Visits", resident(kiosk.pid()) / 1024);
        }
        figures.put("cardReadToWireTime", median(ratios));
    }

    private void hear(String line) {
        Matcher read = READ.matcher(line);
        if (read.find()) {
            lastRead.set(Long.parseLong(read.group(1)));
        }
    }

    private static long resident(long pid) throws IOException {
        Matcher found = RESIDENT.matcher(Files.readString(Path.of("/proc", String.valueOf(pid), "status")));
        assertThat(found.find()).isTrue();
        return Long.parseLong(found.group(1));
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }
}
