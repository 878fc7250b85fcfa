package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import kiosk.identity.Citizen;
import kiosk.identity.Evidence;
import kiosk.submission.Outbox.Waiting;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.Handed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a citizen sees of the queue: their own, and nobody else's. */
class WaitingOfTest {
    @TempDir
    private Path folder;

    private Shop shop;

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void whatWaitsIsShownToWhoHandedItInAloneNewestFirst() {
        Submission first = Handed.care();
        Submission second = Handed.care();
        shop.outbox.accept(first);
        shop.outbox.hold(second);
        assertThat(shop.outbox.waitingOf(first.citizen()))
                .extracting(Waiting::id)
                .containsExactly(second.id(), first.id());
        Citizen another = new Citizen(
                "李四",
                "110101199003074477",
                new Evidence.ByCode("EC-0002"),
                Citizen.Assurance.PLATFORM,
                Optional.empty());
        assertThat(shop.outbox.waitingOf(another)).isEmpty();
    }

    @Test
    void theMarkGoesWithTheEndOfTheMatterAndIsNoNumber() {
        Submission care = Handed.care();
        shop.outbox.accept(care);
        assertThat(shop.ask("SELECT holder FROM entry")).matches("[0-9a-f]{64}");
        shop.outbox.abandon(care.id());
        assertThat(shop.ask("SELECT count(*) FROM entry WHERE holder IS NOT NULL"))
                .isEqualTo("0");
        assertThat(shop.outbox.waitingOf(care.citizen())).isEmpty();
    }

    @Test
    void whatIsToBeProvedIsReadFromTheQueue() {
        Submission care = Handed.care();
        shop.outbox.accept(care);
        assertThat(shop.outbox.taken(care.id())).hasValueSatisfying(it -> {
            assertThat(it.item()).isEqualTo(care.item().code());
            assertThat(it.number()).startsWith("K001-261122-0001-");
            assertThat(it.digest()).startsWith("sm3=:");
            assertThat(it.at()).isEqualTo(shop.clock.instant());
        });
        assertThat(shop.outbox.taken(SubmissionId.parse("0193a1f0-5c11-7abc-8def-0123456789ab")))
                .isEmpty();
    }
}
