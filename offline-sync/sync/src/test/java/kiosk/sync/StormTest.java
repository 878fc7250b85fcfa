package kiosk.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kiosk.platform.Answer;
import kiosk.platform.Order;
import kiosk.submission.Outbox;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Citizens, cuts and crashes in an order drawn from a seed: afterwards nothing is lost, nothing is there twice, no money hangs. */
class StormTest {
    private static final int STEPS = 40;
    private static final Duration CALM = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    @Test
    void nothingIsLostOrDoubledInAStorm() throws Exception {
        new Storm(20261122).rages();
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void nothingIsLostOrDoubledInManyStorms() throws Exception {
        for (long seed = 1; seed <= 40; seed++) {
            new Storm(seed).rages();
        }
    }

    private final class Storm {
        private final long seed;
        private final Random random;
        private final Online online;
        private final List<Submission> applications = new ArrayList<>();
        private final List<Rating> ratings = new ArrayList<>();
        private final List<Submission> payments = new ArrayList<>();

        Storm(long seed) throws Exception {
            this.seed = seed;
            this.random = new Random(seed);
            this.online = new Online(Files.createDirectory(folder.resolve("storm-" + seed)));
        }

        void rages() throws Exception {
            try (online) {
                for (int step = 0; step < STEPS; step++) {
                    happens(random.nextInt(12));
                }
                online.province.misbehaviour().behave();
                online.crash();
                calm();
                applications.forEach(
                        it -> assertThat(entered(it.id())).as(named(it.id())).isEqualTo(1));
                ratings.forEach(
                        it -> assertThat(entered(it.id())).as(named(it.id())).isEqualTo(1));
                payments.forEach(this::noMoneyHangs);
            }
        }

        private void happens(int what) throws InterruptedException {
            switch (what) {
                case 0, 1, 2 -> hands(Handed.care());
                case 3 -> hands(Handed.withPages(new byte[random.nextInt(200_000)]));
                case 4 -> rates();
                case 5, 6 -> pays();
                case 7 -> online.province.misbehaviour().hangUp();
                case 8 -> online.province.misbehaviour().cutAnswers(1 + random.nextInt(2));
                case 9 -> online.province.misbehaviour().deliverTwice();
                case 10 -> online.province.misbehaviour().behave();
                default -> online.crash();
            }
        }

        private void hands(Submission submission) throws InterruptedException {
            assertThat(online.sync.outbox().accept(submission)).isInstanceOf(Outbox.Accepted.class);
            applications.add(submission);
            if (random.nextBoolean()) {
                online.sync.outbox().delivery(submission.id(), Duration.ofMillis(random.nextInt(40)));
            }
        }

        private void rates() {
            if (!applications.isEmpty()) {
                Submission last = applications.remove(applications.size() - 1);
                Rating rating = Handed.rating(last, 1 + random.nextInt(5));
                online.sync.outbox().rate(rating);
                ratings.add(rating);
            }
        }

        /** Every citizen stops somewhere else on the way. */
        private void pays() throws InterruptedException {
            Submission payment = Handed.payment();
            payments.add(payment);
            online.sync.outbox().hold(payment);
            int stops = random.nextInt(5);
            if (stops > 0) {
                online.sync.platform().order(payment.id(), payment.item().code(), Handed.FEN);
            }
            if (stops > 1) {
                online.province.pay(payment.id());
            }
            Answer<Order.State> seen = online.sync.platform().orderState(payment.id());
            if (stops == 3 && seen.or(Order.State.OPEN) == Order.State.PAID) {
                online.sync.outbox().release(payment.id());
            } else if (stops == 4 || random.nextBoolean()) {
                online.sync.outbox().abandon(payment.id());
            }
        }

        private void calm() throws InterruptedException {
            long until = System.nanoTime() + CALM.toNanos();
            while (online.sync.outbox().summary().waiting() > 0 && System.nanoTime() < until) {
                for (Outbox.Waiting each : online.sync.outbox().list(1)) {
                    online.sync.outbox().delivery(each.id(), Duration.ofMillis(100));
                }
            }
            assertThat(online.sync.outbox().list(20)).as("seed %d", seed).isEmpty();
        }

        private void noMoneyHangs(Submission payment) {
            List<String> money = online.province.money(payment.id());
            List<String> settled = List.of("payment", "settlement");
            assertThat(entered(payment.id())).as(named(payment.id())).isEqualTo(money.equals(settled) ? 1 : 0);
            assertThat(money).as(named(payment.id())).isIn(List.of(), settled, List.of("payment", "refund"));
        }

        private int entered(SubmissionId id) {
            return online.province.ledger(id).size();
        }

        private String named(SubmissionId id) {
            return "seed " + seed + ", " + id;
        }
    }
}
