package kiosk.drivers.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import kiosk.drivers.peers.PeersAtHand;
import kiosk.drivers.peers.Tool;
import kiosk.drivers.truth.PaperPeer.Said;
import kiosk.drivers.truth.Tally.Story;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a driver says of a job is held against what came out at the far end, under hurts drawn from a seed. */
class PrintTruthTest {
    private static final long SEED = 20261122;
    private static final Duration ANSWER = Duration.ofSeconds(7);
    private static final Map<String, Supplier<PaperPeer>> PEERS = Map.of(
            "ipp-emulator", EmulatedPages::new,
            "ippeveprinter", EvePages::new,
            "escpos-tcp", EmulatedReceipts::onTcp,
            "escpos-serial", EmulatedReceipts::onSerial);

    private final Tally tally = new Tally();

    @Test
    @Timeout(60)
    void whatIsCalledPrintedIsOutAndNothingElseIs() throws Exception {
        prints(List.of(
                new Round("ipp-emulator", List.of("abort", "answer-lost"), 1),
                new Round("ipp-emulator", List.of("sheet-missing"), 2),
                new Round("escpos-tcp", List.of("cover"), 3),
                new Round("escpos-serial", List.of("cutter"), 4)));
        assertThat(tally.jobs()).isEqualTo(5);
        assertThat(tally.wrongs()).isEmpty();
    }

    @Test
    @Tag("soak")
    @Timeout(1200)
    void noSuccessIsFalseNoDocumentLostAndNoneDoubledInHundredsOfHurtJobs() throws Exception {
        List<Round> rounds = new ArrayList<>();
        for (int round = 0; round < 7; round++) {
            for (String peer : List.of("ipp-emulator", "escpos-tcp", "escpos-serial")) {
                rounds.add(new Round(peer, List.of(), SEED + rounds.size()));
            }
            if (PeersAtHand.areThere(Tool.IPPEVEPRINTER, Tool.DBUS)) {
                rounds.add(new Round("ippeveprinter", List.of(), SEED + rounds.size()));
            }
        }
        prints(rounds);
        Path report = Files.createDirectories(Path.of("target", "soak")).resolve("print-truth.json");
        Files.writeString(report, tally.json(SEED));
        assertThat(tally.jobs()).isGreaterThanOrEqualTo(200);
        assertThat(tally.wrongs()).isEmpty();
    }

    /** Documents printed one after the other on one printer, each under one of these hurts; none named is all, shuffled. */
    private record Round(String peer, List<String> hurts, long seed) {}

    private void prints(List<Round> rounds) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(4);
        try {
            List<Callable<Boolean>> work = rounds.stream()
                    .<Callable<Boolean>>map(round -> () -> print(round))
                    .toList();
            for (Future<Boolean> done : hands.invokeAll(work)) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            hands.shutdownNow();
        }
    }

    private boolean print(Round round) throws InterruptedException {
        Random random = new Random(round.seed());
        List<Story> stories = new ArrayList<>();
        try (PaperPeer peer = PEERS.get(round.peer()).get()) {
            List<String> hurts = new ArrayList<>(round.hurts().isEmpty() ? peer.hurts() : round.hurts());
            Collections.shuffle(hurts, random);
            peer.print("beforehand", PaperPeer.UNHURT, random);
            for (String hurt : hurts) {
                stories.add(story(peer, round, hurt + "-" + stories.size(), hurt, random));
            }
            peer.print("afterwards", PaperPeer.UNHURT, random);
            stories.forEach(story -> tally.judge(story, peer.out(story.document())));
        }
        return true;
    }

    /** What surely did not come out is asked for once more, as the kiosk does; what perhaps came out is not. */
    private static Story story(PaperPeer peer, Round round, String document, String hurt, Random random)
            throws InterruptedException {
        List<Said> said = new ArrayList<>();
        long began = System.nanoTime();
        said.add(peer.print(document, hurt, random));
        boolean answered = System.nanoTime() - began < ANSWER.toNanos();
        if (said.get(0) == Said.NOT_PRINTED) {
            began = System.nanoTime();
            said.add(peer.print(document, PaperPeer.UNHURT, random));
            answered &= System.nanoTime() - began < ANSWER.toNanos();
        }
        return new Story(round.peer(), document, hurt, List.copyOf(said), answered);
    }
}
