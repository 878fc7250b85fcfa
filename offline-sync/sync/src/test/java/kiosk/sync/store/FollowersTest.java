package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import kiosk.submission.Correction;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Rating;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.store.Parcel.Setback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for another does not wait for ever where that one comes to no good end. */
class FollowersTest {
    @TempDir
    private Path folder;

    private Shop shop;
    private Deliveries deliveries;
    private final Submission lead = Handed.care();
    private Accepted accepted;

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open(folder);
        deliveries = new Deliveries(shop.store);
        accepted = (Accepted) shop.outbox.accept(lead);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private Submission correction() {
        Submission correction =
                Handed.correcting(Handed.care(), new Correction(accepted.number(), Optional.of(lead.id())));
        assertThat(shop.outbox.accept(correction)).isInstanceOf(Accepted.class);
        return correction;
    }

    private Instant now() {
        return shop.clock.instant();
    }

    @Test
    void whatWaitsForOneThatIsSetAsideGoesItsOwnWay() {
        Rating rating = Handed.rating(lead, 5);
        shop.outbox.rate(rating);
        Submission correction = correction();
        deliveries.setAside(lead.id(), Setback.DAMAGED, now());
        assertThat(shop.state(rating.id())).isEqualTo(EntryState.GIVEN_UP);
        assertThat(deliveries
                        .next(now(), any -> now().plusSeconds(1))
                        .orElseThrow()
                        .submission())
                .isEqualTo(correction.id());
    }

    @Test
    void whatWaitsForOneThatIsNotHereAnyMoreIsSentWhenTheCourierBegins() {
        Submission correction = correction();
        shop.store
                .database()
                .run(connection -> Sql.update(
                        connection,
                        "UPDATE entry SET id = 'lost', state = 'GIVEN_UP', next_at = NULL WHERE corrects = 0"));
        assertThat(deliveries.nextDue()).isEmpty();
        deliveries.letStraysGo(now());
        assertThat(deliveries
                        .next(now(), any -> now().plusSeconds(1))
                        .orElseThrow()
                        .submission())
                .isEqualTo(correction.id());
    }

    @Test
    void whatRightlyWaitsGoesOnWaitingThoughATechnicianTriesItAgain() {
        Submission correction = correction();
        deliveries.letStraysGo(now());
        shop.outbox.retry(correction.id());
        assertThat(due(correction)).isEmpty();
        shop.store
                .database()
                .run(connection -> Sql.update(
                        connection, "UPDATE entry SET state = 'GIVEN_UP', next_at = NULL WHERE corrects = 0"));
        shop.outbox.retry(correction.id());
        assertThat(due(correction)).contains(now());
    }

    private Optional<Instant> due(Submission submission) {
        return shop.outbox.list(9).stream()
                .filter(it -> it.id().equals(submission.id()))
                .flatMap(it -> it.next().stream())
                .findFirst();
    }
}
