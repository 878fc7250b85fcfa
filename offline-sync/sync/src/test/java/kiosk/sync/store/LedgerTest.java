package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.journal.Occurrence;
import kiosk.submission.CaseReceipt;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.disk.Limits;
import kiosk.sync.seal.Proof;
import kiosk.sync.seal.SignedReceipt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Receipts form a chain: nobody takes one out, or puts one in, unseen. */
class LedgerTest {
    private static final String NOTHING = "sm3=:" + "A".repeat(43) + "=:";

    @TempDir
    private Path folder;

    private Shop shop;
    private final Map<Integer, String> chain = new HashMap<>(Map.of(0, NOTHING));

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Makes the receipt of that place as the platform would, and remembers it. */
    private Proof proof(Submission submission, int place, String previous) {
        SignedReceipt signed = new SignedReceipt(
                submission.id().toString(),
                "K001",
                "-",
                NOTHING,
                "S202611220000000171",
                "2026-11-22T09:15:02+08:00",
                new SignedReceipt.Promise("immediate", ""),
                place,
                previous,
                new SignedReceipt.Journal(0, NOTHING),
                "",
                "");
        chain.put(place, signed.chain());
        CaseReceipt receipt = new CaseReceipt(signed.caseNumber(), shop.clock.instant(), Optional.empty());
        return new Proof(signed, receipt, "{}");
    }

    private boolean fits(int place, String previous) {
        Submission submission = Handed.care();
        shop.outbox.accept(submission);
        return new Deliveries(shop.store)
                .delivered(submission.id(), proof(submission, place, previous), shop.clock.instant())
                .isEmpty();
    }

    @Test
    void aStoreThatMayNotGrowAnyMoreOpensAndDrainsNevertheless() throws Exception {
        List<Submission> waiting = Stream.generate(Handed::care)
                .limit(20)
                .peek(shop.outbox::accept)
                .toList();
        shop.close();
        shop = Shop.open(folder, new Limits(0, 4096, 0), shop.clock);
        while (shop.outbox.accept(Handed.care()) instanceof Outbox.Accepted) {
            assertThat(shop.count("entry")).isLessThan(40);
        }
        int place = 0;
        for (Submission each : waiting) {
            Proof proof = proof(each, ++place, chain.get(place - 1));
            new Deliveries(shop.store).delivered(each.id(), proof, shop.clock.instant());
        }
        assertThat(shop.outbox.summary().delivered()).isEqualTo(20);
        assertThat(shop.outbox.accept(Handed.care())).isInstanceOf(Outbox.Accepted.class);
    }

    @Test
    void whatFollowsFromTheVeryFirstOnFits() {
        for (int place = 1; place < 5; place++) {
            assertThat(fits(place, chain.get(place - 1))).isTrue();
        }
        assertThat(new Deliveries(shop.store).lastPlace()).isEqualTo(4);
    }

    @Test
    void aFirstReceiptWithAPredecessorDoesNotFit() {
        assertThat(fits(1, NOTHING.replace("AAAA", "ABBA"))).isFalse();
    }

    @Test
    void aGapIsSeenAndOnceItIsFilledTheChainGoesOn() {
        Submission late = Handed.care();
        shop.outbox.accept(late);
        assertThat(fits(1, NOTHING)).isTrue();
        Proof missing = proof(late, 2, chain.get(1));
        assertThat(fits(3, chain.get(2))).isFalse();
        assertThat(new Deliveries(shop.store).delivered(late.id(), missing, shop.clock.instant()))
                .isEmpty();
        assertThat(fits(4, chain.get(3))).isTrue();
    }

    @Test
    void aReceiptThatItsNeighboursDoNotKnowDoesNotFit() {
        assertThat(fits(1, NOTHING)).isTrue();
        assertThat(fits(2, NOTHING)).as("another predecessor").isFalse();
        assertThat(fits(2, chain.get(1))).as("another one in its place").isFalse();
        assertThat(fits(4, chain.get(2))).as("after a gap").isFalse();
        assertThat(fits(3, chain.get(2))).as("not the one its successor names").isFalse();
    }

    @Test
    void aReceiptThatLostItsNameIsMissingAndContradictsNobody() {
        assertThat(fits(2, "unknown")).isFalse();
        shop.store.database().run(it -> Sql.update(it, "UPDATE entry SET chain = NULL, previous = NULL"));
        assertThat(fits(1, NOTHING)).isTrue();
        assertThat(fits(3, chain.get(2))).isFalse();
        assertThat(alarms()).isZero();
        assertThat(fits(2, "another")).isFalse();
        assertThat(alarms()).isEqualTo(1);
    }

    private long alarms() {
        return shop.count("journal WHERE event = " + Occurrence.RECEIPT_GAP.id());
    }

    @Test
    void theSameReceiptOnceMoreFits() {
        Submission submission = Handed.care();
        shop.outbox.accept(submission);
        Proof proof = proof(submission, 1, NOTHING);
        Deliveries deliveries = new Deliveries(shop.store);
        assertThat(deliveries.delivered(submission.id(), proof, shop.clock.instant()))
                .isEmpty();
        assertThat(deliveries.delivered(submission.id(), proof, shop.clock.instant()))
                .isEmpty();
        assertThat(shop.outbox.summary().delivered()).isEqualTo(1);
    }

    @Test
    void noReceiptIsForgottenBecauseTheStoreIsOpenedLate() throws Exception {
        fits(1, NOTHING);
        fits(2, chain.get(1));
        shop.close();
        shop.clock.turn(Duration.ofDays(500));
        shop = Shop.open(folder, Shop.LIMITS, shop.clock);
        assertThat(shop.count("entry")).isEqualTo(2);
        assertThat(fits(3, chain.get(2))).isTrue();
    }
}
