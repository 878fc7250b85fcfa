package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.channel.Trust;
import kiosk.sync.disk.Limits;
import kiosk.sync.keys.HolderMarks;
import kiosk.sync.keys.Sm2Secret;
import kiosk.sync.seal.KeyShelf;
import kiosk.sync.seal.Sealer;
import kiosk.sync.seal.Signer;
import kiosk.sync.store.Deliveries;
import kiosk.sync.store.Parcel;
import kiosk.sync.store.SqliteOutbox;
import kiosk.sync.store.Store;
import kiosk.sync.wire.Dispatch.Arrived;
import kiosk.sync.wire.Dispatch.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Large parts go to the platform piece by piece, and after every cut they go on at the byte where they stopped. */
class UploadsTest {
    private static final int LARGE = 3 * Uploads.PIECE;

    @TempDir
    private Path folder;

    private Dock dock;
    private Wire wire;
    private Store store;
    private SqliteOutbox outbox;
    private Dispatcher dispatcher;

    @BeforeEach
    void open() throws Exception {
        dock = new Dock();
        KeyShelf shelf = dock.platform.shelf(folder);
        wire = new Wire(dock.address(), "K001", Trust.of(Optional.empty()));
        store = Store.open(folder.resolve("store"), new Limits(0, 64 << 20, 0), Clock.systemUTC());
        Signer signer = Sm2Secret.fresh(new SecureRandom());
        outbox = new SqliteOutbox(
                store, new Sealer(shelf, () -> signer), HolderMarks.of(new byte[32]), "K001", Clock.systemUTC());
        dispatcher = new Dispatcher(wire, store, shelf, Dispatcher.Throttle.NONE);
    }

    @AfterEach
    void close() {
        wire.close();
        store.close();
        dock.close();
    }

    private Parcel queued() {
        Submission submission = Handed.withPages(new byte[LARGE], new byte[50]);
        outbox.accept(submission);
        return again();
    }

    /** The parcel as it is on the disk now. */
    private Parcel again() {
        Instant now = Instant.now();
        return new Deliveries(store).next(now, any -> now).orElseThrow();
    }

    /** As after a restart. */
    private void restarted() throws Exception {
        dispatcher = new Dispatcher(wire, store, dock.platform.shelf(folder), Dispatcher.Throttle.NONE);
    }

    @Test
    void thePartsGoFirstAndTheManifestLast() throws Exception {
        assertThat(dispatcher.send(queued())).isInstanceOf(Arrived.class);
        assertThat(dock.requests).containsExactly("PATCH 0", "PATCH 262144", "PATCH 524288", "PATCH 786432", "PUT");
        assertThat(dock.waits).isEqualTo("?1");
    }

    @Test
    void aCutPieceGoesOnWhereThePlatformSaysItStopped() throws Exception {
        Parcel parcel = queued();
        int[] pieces = {0};
        dock.plays((request, bytes) -> {
            if (++pieces[0] == 2) {
                dock.parts.get(1).write(bytes, 0, 1000);
            }
            return pieces[0] == 2 || pieces[0] == 3;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.NoAnswer());
        assertThat(again().load().parts().get(0).sent()).isEqualTo(Uploads.PIECE);
        dock.requests.clear();
        assertThat(dispatcher.send(again())).isInstanceOf(Arrived.class);
        assertThat(dock.requests)
                .startsWith("PATCH 262144", "PATCH " + (Uploads.PIECE + 1000))
                .endsWith("PUT");
    }

    @Test
    void afterARestartThePlatformIsAskedHowFarItGot() throws Exception {
        Parcel parcel = queued();
        int[] pieces = {0};
        dock.plays((request, bytes) -> ++pieces[0] > 1);
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.NoAnswer());
        dock.keep(1, 777);
        dock.plays((request, bytes) -> false);
        dock.requests.clear();
        restarted();
        assertThat(dispatcher.send(again())).isInstanceOf(Arrived.class);
        assertThat(dock.requests).startsWith("HEAD", "PATCH 777").endsWith("PUT");
    }

    @Test
    void aPartThatThePlatformLetGoOfMeanwhileIsBroughtFromTheStart() throws Exception {
        Parcel parcel = queued();
        int[] pieces = {0};
        dock.plays((request, bytes) -> ++pieces[0] > 1);
        dispatcher.send(parcel);
        dock.lose(1);
        dock.plays((request, bytes) -> false);
        dock.requests.clear();
        restarted();
        assertThat(dispatcher.send(again())).isInstanceOf(Arrived.class);
        assertThat(dock.requests).startsWith("HEAD", "PATCH 0");
    }

    @Test
    void partsThatAreMissingAreBroughtAgain() throws Exception {
        Parcel parcel = queued();
        boolean[] lost = {false};
        dock.plays((request, bytes) -> {
            if (request.getRequestMethod().equals("PUT") && !lost[0]) {
                lost[0] = true;
                dock.lose(1);
            }
            return false;
        });
        assertThat(dispatcher.send(parcel)).isInstanceOf(Arrived.class);
        assertThat(dock.requests.stream().filter("PATCH 0"::equals)).hasSize(2);
        assertThat(dock.requests.stream().filter("PUT"::equals)).hasSize(2);
    }

    @Test
    void aPlatformThatKeepsLosingPartsIsLeftAloneForAWhile() throws Exception {
        Parcel parcel = queued();
        dock.plays((request, bytes) -> {
            if (request.getRequestMethod().equals("PUT")) {
                dock.lose(1);
            }
            return false;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.Closed(Scope.FAILED, Optional.empty()));
    }

    @Test
    void aPartThatIsAllThereButNotDeclaredWholeIsFinishedWithAnEmptyPiece() throws Exception {
        Parcel parcel = queued();
        int length = (int) parcel.load().parts().get(0).length();
        boolean[] cut = {false};
        dock.plays((request, bytes) -> {
            boolean now = !cut[0] && "?1".equals(request.getRequestHeaders().getFirst("Upload-Complete"));
            if (now) {
                dock.parts.get(1).writeBytes(bytes);
                cut[0] = true;
            }
            return now;
        });
        assertThat(dispatcher.send(parcel)).isInstanceOf(Arrived.class);
        assertThat(dock.requests).contains("PATCH " + length).endsWith("PUT");
    }

    @Test
    void aPlatformThatNeverMovesOnIsLeftAlone() throws Exception {
        Parcel parcel = queued();
        dock.plays((request, bytes) -> {
            Dock.place(request, 0);
            Dock.fails(request, 409, "upload-offset", "");
            return true;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.Closed(Scope.FAILED, Optional.empty()));
        assertThat(dock.requests.size()).isLessThan(10);
    }

    @Test
    void anOffsetBeyondThePartIsNoAnswer() throws Exception {
        Parcel parcel = queued();
        dock.plays((request, bytes) -> {
            Dock.place(request, 99_999_999);
            request.sendResponseHeaders(204, -1);
            return true;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.NoAnswer());
        assertThat(again().load().parts().get(0).sent()).isZero();
    }

    @Test
    void aPartThatWasSpoiltOnTheWayIsTriedAgainAndOneSpoiltOnTheDiskIsSetAside() throws Exception {
        Parcel parcel = queued();
        boolean[] spoilt = {false};
        dock.plays((request, bytes) -> {
            if (!spoilt[0]) {
                bytes[100] ^= 1;
                spoilt[0] = true;
            }
            return false;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.Closed(Scope.FAILED, Optional.empty()));
        Path file = folder.resolve("store/parts")
                .resolve(parcel.load().parts().get(0).file());
        byte[] real = Files.readAllBytes(file);
        real[5] ^= 1;
        Files.write(file, real, StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(dispatcher.send(again())).isEqualTo(new Dispatch.Damaged());
        Files.delete(file);
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.Damaged());
    }

    @Test
    void anErrorAboutAPieceIsJudgedLikeAnyOther() throws Exception {
        Parcel parcel = queued();
        dock.plays((request, bytes) -> {
            request.getResponseHeaders().set("Retry-After", "7");
            Dock.fails(request, 429, "busy", "");
            return true;
        });
        assertThat(dispatcher.send(parcel))
                .isEqualTo(new Dispatch.Closed(Scope.PLATFORM, Optional.of(java.time.Duration.ofSeconds(7))));
        dock.plays((request, bytes) -> {
            Dock.fails(request, 403, "unknown-terminal", "");
            return true;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.LockedOut("unknown-terminal"));
        dock.plays((request, bytes) -> {
            Dock.fails(request, 413, "too-large", "");
            return true;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.Refused("too-large"));
    }
}
