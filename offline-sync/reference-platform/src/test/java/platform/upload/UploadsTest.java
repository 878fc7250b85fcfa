package platform.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import platform.seal.Manifest;
import platform.store.IngestStore;
import platform.store.SqliteStore;
import platform.upload.Piece.Place;
import platform.wire.PlatformClock;
import platform.wire.Refusal;

class UploadsTest {
    private static final int ROOM = 3000;
    private static final String FIRST = "01935c3a-7b1e-7f00-8a00-000000000001";
    private static final String SECOND = "01935c3a-7b1e-7f00-8a00-000000000002";
    private static final String THIRD = "01935c3a-7b1e-7f00-8a00-000000000003";

    @TempDir
    Path folder;

    private static Place place(String terminal, String id, int number) {
        return new Place(terminal, id, number);
    }

    private static Piece piece(String terminal, String id, int number, long offset, int length) {
        return new Piece(place(terminal, id, number), "sha-256=:x:", offset, new byte[length], false);
    }

    @Test
    void aTerminalWithoutRoomLosesWhatItBeganFirstAndAnotherTerminalNothing() throws Refusal {
        try (IngestStore store = SqliteStore.open(folder.resolve("platform.db"))) {
            PlatformClock clock = new PlatformClock(Clock.systemUTC());
            Uploads uploads = new Uploads(store, clock, ROOM);
            uploads.take(piece("B", FIRST, 1, 0, 3000));
            uploads.take(piece("A", FIRST, 1, 0, 1000));
            clock.advance(Duration.ofSeconds(1));
            uploads.take(piece("A", SECOND, 1, 0, 1000));
            assertThat(uploads.take(piece("A", SECOND, 2, 0, 1000)).received()).isEqualTo(1000);
            assertThat(uploads.take(piece("A", THIRD, 1, 0, 900)).received()).isEqualTo(900);
            assertThatThrownBy(() -> uploads.progress(place("A", FIRST, 1))).hasMessage("not-found");
            assertThat(uploads.progress(place("A", SECOND, 1)).received()).isEqualTo(1000);
            assertThat(uploads.take(piece("A", SECOND, 2, 1000, 1000)).received())
                    .isEqualTo(2000);
            assertThatThrownBy(() -> uploads.progress(place("A", THIRD, 1))).hasMessage("not-found");
            assertThat(uploads.progress(place("B", FIRST, 1)).received()).isEqualTo(3000);
        }
    }

    @Test
    void oneSubmissionWithMoreThanItMayHaveIsRefusedForGood() throws Refusal {
        try (IngestStore store = SqliteStore.open(folder.resolve("platform.db"))) {
            Uploads uploads = new Uploads(store, new PlatformClock(Clock.systemUTC()), ROOM);
            uploads.take(piece("A", FIRST, 1, 0, 2000));
            assertThatThrownBy(() -> uploads.take(piece("A", FIRST, 2, 0, 1001)))
                    .hasMessage("too-large");
            assertThat(uploads.take(piece("A", FIRST, 1, 2000, 1000)).received())
                    .isEqualTo(3000);
        }
    }

    @Test
    void aPartThatGrowsBeyondTheLargestIsRefused() {
        try (IngestStore store = SqliteStore.open(folder.resolve("platform.db"))) {
            Uploads uploads = new Uploads(store, new PlatformClock(Clock.systemUTC()));
            assertThatThrownBy(() -> uploads.take(piece("A", FIRST, 1, 0, Manifest.LONGEST_PART + 1)))
                    .hasMessage("too-large");
        }
    }
}
