package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.channel.PlatformAddress;
import kiosk.sync.fault.BadLine;
import kiosk.sync.fault.Mishap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is handed in over a line with mishaps arrives once, each time. */
class BadLineTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Mishap.Kind.class,
            names = {"NONE", "SILENCE", "ANSWER_DRIBBLES", "REQUEST_DIGIT_FLIPPED", "ANSWER_DIGIT_FLIPPED"},
            mode = EnumSource.Mode.EXCLUDE)
    void aMishapAtTheWrongMomentCostsNothing(Mishap.Kind kind) throws Exception {
        try (Bad bad = new Bad()) {
            bad.then(new Mishap(kind, 60));
            Submission submission = bad.hands();
            assertThat(bad.terminal.outbox().delivery(submission.id(), PATIENCE))
                    .isInstanceOf(Outbox.Delivered.class);
            assertThat(bad.province.ledger(submission.id())).hasSize(1);
        }
    }

    @Test
    @Tag("soak")
    @Timeout(900)
    void anHourOfMishapsLosesAndDoublesNothing() throws Exception {
        for (long seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            try (Bad bad = new Bad()) {
                List<Submission> all = new ArrayList<>();
                for (int i = 0; i < 30; i++) {
                    bad.then(any(random));
                    all.add(bad.hands());
                    bad.terminal.outbox().delivery(all.get(i).id(), Duration.ofMillis(random.nextInt(60)));
                }
                for (Submission each : all) {
                    assertThat(bad.terminal.outbox().delivery(each.id(), PATIENCE))
                            .as("seed %d", seed)
                            .isInstanceOf(Outbox.Delivered.class);
                    assertThat(bad.province.ledger(each.id()))
                            .as("seed %d", seed)
                            .hasSize(1);
                }
            }
        }
    }

    private static Mishap any(Random random) {
        Mishap.Kind[] kinds = Mishap.Kind.values();
        return new Mishap(kinds[random.nextInt(kinds.length)], random.nextInt(3000));
    }

    /** A terminal on such a line. */
    private final class Bad implements AutoCloseable {
        private final BlockingQueue<Mishap> ready = new LinkedBlockingQueue<>();
        private final Province province;
        private final BadLine line;
        private final Sync terminal;

        Bad() throws Exception {
            Path here = Files.createTempDirectory(folder, "bad");
            province = new Province(Files.createDirectories(here.resolve("province")));
            line = new BadLine(
                    province.address().uri(),
                    any -> Optional.ofNullable(ready.poll()).orElse(Mishap.NONE));
            terminal = Sync.open(
                    Online.settings("K001", new PlatformAddress(line.uri()), here.resolve("K001"), Optional.empty()));
            BlockingQueue<Object> heard = new LinkedBlockingQueue<>();
            terminal.whenReachChanges(heard::add);
            if (terminal.platform().reachable().isEmpty()) {
                assertThat(heard.poll(20, TimeUnit.SECONDS)).isNotNull();
            }
        }

        /** The line as it is breaks, and the next one has this mishap. */
        void then(Mishap mishap) {
            ready.add(mishap);
            line.hangUp();
        }

        Submission hands() {
            Submission submission = Handed.withPages(new byte[3000]);
            assertThat(terminal.outbox().accept(submission)).isInstanceOf(Outbox.Accepted.class);
            return submission;
        }

        @Override
        public void close() throws java.io.IOException {
            terminal.close();
            line.close();
            province.close();
        }
    }
}
