package platform.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
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

    @TempDir
    Path folder;

    private static Piece piece(String terminal, int number, long offset, int length) {
        Place place = new Place(terminal, "01935c3a-7b1e-7f00-8a00-0123456789ab", number);
        return new Piece(place, "sha-256=:x:", offset, new byte[length], false);
    }

    @Test
    void aTerminalHasRoomForSoMuchAndAnotherForItsOwn() throws Refusal {
        try (IngestStore store = SqliteStore.open(folder.resolve("platform.db"))) {
            Uploads uploads = new Uploads(store, new PlatformClock(Clock.systemUTC()), ROOM);
            assertThat(uploads.take(piece("A", 1, 0, 2000)).received()).isEqualTo(2000);
            assertThatThrownBy(() -> uploads.take(piece("A", 2, 0, 1001))).hasMessage("busy");
            assertThatThrownBy(() -> uploads.take(piece("A", 1, 2000, 1001))).hasMessage("busy");
            assertThat(uploads.take(piece("A", 1, 2000, 1000)).received()).isEqualTo(3000);
            assertThat(uploads.take(piece("B", 1, 0, 3000)).received()).isEqualTo(3000);
        }
    }

    @Test
    void aPartThatGrowsBeyondTheLargestIsRefused() {
        try (IngestStore store = SqliteStore.open(folder.resolve("platform.db"))) {
            Uploads uploads = new Uploads(store, new PlatformClock(Clock.systemUTC()));
            assertThatThrownBy(() -> uploads.take(piece("A", 1, 0, Manifest.LONGEST_PART + 1)))
                    .hasMessage("too-large");
        }
    }
}
