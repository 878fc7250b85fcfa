package kiosk.demo.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import kiosk.demo.rehearsal.TirelessKiosk.Round;

/** Starts a kiosk, waits until a citizen hands in, kills it at a random moment, and begins again in the same folder. */
final class PowerCuts {
    private static final Duration START = Duration.ofSeconds(90);
    private static final Duration VISIT = Duration.ofSeconds(60);
    private static final Duration NUMBER = Duration.ofSeconds(20);
    private static final Duration DELIVERY = Duration.ofSeconds(90);
    private static final int AFTER_SUBMIT = 1500;
    private static final int AFTER_NUMBER = 3000;

    private final Scenery scenery;
    private final Random random;
    private static final List<Round> ROUNDS = List.of(Round.values());

    private final Set<String> shown = ConcurrentHashMap.newKeySet();
    private int kills;
    private int tries;

    PowerCuts(Scenery scenery, long seed) {
        this.scenery = scenery;
        this.random = new Random(seed);
    }

    /** Goes on until the process was killed so often before the receipt was out; twice as many tries at most. */
    void until(int wanted) throws InterruptedException {
        while (kills < wanted && tries < wanted * 2) {
            Round round = ROUNDS.get(tries % ROUNDS.size());
            tries++;
            cutPower(round);
        }
    }

    private void cutPower(Round round) throws InterruptedException {
        Heard heard = new Heard();
        String when;
        try (ChildProgram kiosk = scenery.kiosk(TirelessKiosk.class, heard, round.name())) {
            kiosk.awaitLine("ready", START);
            when = heard.submit(VISIT) ? handsIn(round, heard) : "before anything was handed in";
            kiosk.kill();
            kiosk.awaitSilence();
        }
        shown.addAll(heard.numbers());
        kills += heard.submit(Duration.ZERO) && !heard.printed(0) ? 1 : 0;
        scenery.world().turn("take-id-card");
        scenery.world().turn("mend-line");
        System.out.printf("soak: %2d kills; %-15s power cut %s, shown %s%n", kills, round, when, heard.numbers());
    }

    private String handsIn(Round round, Heard heard) throws InterruptedException {
        if (round == Round.APPLICATION && tries % 2 == 0) {
            heard.printed(random.nextInt(AFTER_SUBMIT));
            scenery.world().turn("cut-line");
            return waitForTheMoment(heard) + " and a cut line";
        }
        return waitForTheMoment(heard);
    }

    /** Half of the cuts fall somewhere after the touch, half somewhere after the number stands on the screen. */
    private String waitForTheMoment(Heard heard) throws InterruptedException {
        boolean afterTouch = random.nextBoolean();
        int millis = random.nextInt(afterTouch ? AFTER_SUBMIT : AFTER_NUMBER);
        if (!afterTouch) {
            heard.number(NUMBER);
        }
        heard.printed(millis);
        return millis + " ms after " + (afterTouch ? "the touch" : "the number");
    }

    /** What a kiosk said of the screen. */
    private static final class Heard implements Consumer<String> {
        private final CountDownLatch submitOrStuck = new CountDownLatch(1);
        private volatile boolean submitted;
        private final Set<String> numbers = ConcurrentHashMap.newKeySet();
        private final CountDownLatch number = new CountDownLatch(1);
        private final CountDownLatch printed = new CountDownLatch(1);

        @Override
        public void accept(String line) {
            if (line.equals("submit") || line.startsWith("stuck ")) {
                submitted |= line.equals("submit");
                submitOrStuck.countDown();
            } else if (line.startsWith("number ")) {
                numbers.add(line.substring("number ".length()).strip());
                number.countDown();
            } else if (line.equals("printed")) {
                printed.countDown();
            }
        }

        Set<String> numbers() {
            return numbers;
        }

        /** Waits until "submit" is touched; whether it was. */
        boolean submit(Duration patience) throws InterruptedException {
            return submitOrStuck.await(patience.toMillis(), TimeUnit.MILLISECONDS) && submitted;
        }

        void number(Duration patience) throws InterruptedException {
            assertThat(number.await(patience.toMillis(), TimeUnit.MILLISECONDS))
                    .as("a number is shown")
                    .isTrue();
        }

        /** Waits so long for the receipt; whether it is out. */
        boolean printed(int millis) throws InterruptedException {
            return printed.await(millis, TimeUnit.MILLISECONDS);
        }
    }

    /** Starts the kiosk once more, with the line whole, and counts in the platform's store when it has delivered. */
    Tally tally() throws InterruptedException {
        try (ChildProgram kiosk = scenery.kiosk(TirelessKiosk.class, line -> {})) {
            kiosk.awaitLine("ready", START);
            Eye.until(() -> Tally.of(kills, shown, Ledger.of(scenery.world())).lost() == 0, DELIVERY);
            return Tally.of(kills, shown, Ledger.of(scenery.world()));
        }
    }
}
