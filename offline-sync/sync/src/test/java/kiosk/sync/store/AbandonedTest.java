package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import kiosk.form.Problem;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was abandoned after it came back is never delivered, whoever retries it. */
class AbandonedTest {
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
    void whatWasSentBackOrRefusedAndAbandonedIsNotRetried() {
        Deliveries deliveries = new Deliveries(shop.store);
        Submission sentBack = Handed.care();
        Submission refused = Handed.care();
        for (Submission each : List.of(sentBack, refused)) {
            shop.outbox.accept(each);
            Instant now = shop.clock.instant();
            Parcel parcel = deliveries.next(now, any -> now.plusSeconds(1)).orElseThrow();
            if (each.equals(sentBack)) {
                deliveries.sentBack(parcel, List.of(Problem.of("phone", Problem.Why.PLATFORM)), now);
            } else {
                deliveries.refused(parcel, "unknown-item", now);
            }
            shop.outbox.abandon(each.id());
            shop.outbox.retry(each.id());
            assertThat(shop.state(each.id())).isEqualTo(EntryState.GIVEN_UP);
        }
        assertThat(deliveries.nextDue()).isEmpty();
        assertThat(shop.count("sealed")).isZero();
        assertThat(shop.outbox.summary().stuck()).isZero();
    }
}
