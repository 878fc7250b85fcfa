package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kiosk.diagnosis.HostFigures.Database;
import kiosk.submission.Backlog;
import kiosk.submission.Outbox.Why;
import kiosk.sync.Handed;
import kiosk.sync.audit.QueueView;
import kiosk.sync.disk.StoreCheck;
import kiosk.sync.store.Parcel.Setback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that does not give what it took. */
class UnreadPartsTest {
    @TempDir
    private Path folder;

    private final FailingDisk disk = new FailingDisk(0);
    private Shop shop;
    private Parcel parcel;

    @BeforeEach
    void open() throws Exception {
        shop = Shop.open(folder, disk);
        shop.outbox.accept(Handed.withPages(new byte[200_000]));
        parcel = new Deliveries(shop.store)
                .next(shop.clock.instant(), any -> shop.clock.instant())
                .orElseThrow();
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String file() {
        return parcel.load().parts().get(0).file();
    }

    private void read() throws IOException {
        shop.store.parts().piece(file(), 0, 1000);
    }

    @Test
    void whileTheDiskDoesNotGiveWhatIsToBeSentNobodyBeginsAndItComesBackByItself() throws Exception {
        assertThat(shop.outbox.summary().closed()).isEmpty();
        disk.givesNothing(true);
        assertThatIOException().isThrownBy(this::read);
        assertThat(shop.outbox.summary().closed()).contains(Why.BROKEN);
        assertThat(shop.outbox.summary().closed()).contains(Why.BROKEN);
        disk.givesNothing(false);
        assertThat(shop.outbox.summary().closed()).isEmpty();
    }

    @Test
    void onePlaceThatIsNeverReadAgainKeepsNobodyFromAnything() {
        disk.neverGives(file());
        assertThatIOException().isThrownBy(this::read);
        assertThat(shop.store.parts().doubtful()).isTrue();
        assertThat(shop.outbox.summary().closed()).isEmpty();
        assertThat(shop.store.parts().doubtful()).isFalse();
    }

    @Test
    void theTechnicianIsToldThatItIsTheDisk() {
        new Deliveries(shop.store)
                .postponed(parcel, Setback.UNREAD, shop.clock.instant().plusSeconds(60), shop.clock.instant());
        assertThat(new QueueView(folder).items(10))
                .extracting(Backlog.Item::cause)
                .containsExactly(Backlog.Cause.DISK_FAILS);
        assertThat(StoreCheck.of(folder, Duration.ofSeconds(20))).isEqualTo(Database.UNREADABLE);
    }

    @Test
    void onlyWhatIsGoneOrShortIsLostAndNotWhatTheDiskDoesNotTellOfNow() throws Exception {
        Path part = folder.resolve("parts").resolve(file());
        long length = Files.size(part);
        assertThat(shop.store.parts().whole(file(), length)).isTrue();
        assertThat(shop.store.parts().whole(file(), length + 1)).isFalse();
        String name = file();
        Files.delete(part);
        assertThat(shop.store.parts().whole(name, length)).isFalse();
        Files.createSymbolicLink(part, part);
        assertThat(shop.store.parts().whole(name, length)).isTrue();
    }
}
