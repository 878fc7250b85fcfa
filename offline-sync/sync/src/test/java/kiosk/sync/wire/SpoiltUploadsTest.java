package kiosk.sync.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.channel.Trust;
import kiosk.sync.disk.Disk;
import kiosk.sync.disk.Limits;
import kiosk.sync.disk.PartFiles;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the end of the process, the disk or the line does to an upload costs a repetition, and never the submission. */
class SpoiltUploadsTest {
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

    @Test
    void aProgramThatEndsWhileAPartIsReadTakesItForSoundAndSendsItAtTheNextStart() throws Exception {
        Parcel parcel = queued();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> dispatcher.send(parcel)).isInstanceOf(InterruptedException.class);
        assertThat(dispatcher.send(again())).isInstanceOf(Arrived.class);
    }

    /** A disk that gives nothing now, though all is there. */
    private static final class StuckDisk implements Disk {
        @Override
        public byte[] read(Path file, long from, int most) throws IOException {
            throw new IOException("input/output error");
        }

        @Override
        public void write(Path file, byte[] bytes) throws IOException {
            real().write(file, bytes);
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            real().rename(from, to);
        }

        @Override
        public void sync(Path names) throws IOException {
            real().sync(names);
        }

        @Override
        public void delete(Path file) throws IOException {
            real().delete(file);
        }

        private static Disk real() {
            return Disk.real();
        }
    }

    @Test
    void aPartThatTheDiskDoesNotGiveNowIsReadAgainLaterAndOneThatIsGoneNever() throws Exception {
        Parcel parcel = queued();
        PartFiles stuck = new PartFiles(new StuckDisk(), folder.resolve("store/parts"));
        Uploads uploads = new Uploads(wire, stuck, new Deliveries(store), Dispatcher.Throttle.NONE);
        assertThat(uploads.bring(parcel, parcel.load().parts())).contains(new Dispatch.Unread());
        Files.delete(folder.resolve("store/parts")
                .resolve(parcel.load().parts().get(0).file()));
        assertThat(uploads.bring(parcel, parcel.load().parts())).contains(new Dispatch.Damaged());
    }

    /** An answer to HEAD has no body, so that its status alone must say it. */
    @ParameterizedTest
    @ValueSource(ints = {400, 405, 415})
    void aQuestionAfterARestartThatWasSpoiltOnTheWayIsNoRefusal(int status) throws Exception {
        int[] pieces = {0};
        dock.plays((request, bytes) -> ++pieces[0] > 1);
        assertThat(dispatcher.send(queued())).isEqualTo(new Dispatch.NoAnswer());
        dock.plays((request, bytes) -> {
            Dock.fails(request, status, "", "");
            return true;
        });
        Dispatcher restarted = new Dispatcher(wire, store, dock.platform.shelf(folder), Dispatcher.Throttle.NONE);
        assertThat(restarted.send(again())).isEqualTo(new Dispatch.Closed(Scope.FAILED, Optional.empty()));
        assertThat(dock.requests).last().isEqualTo("HEAD");
        dock.plays((request, bytes) -> false);
        assertThat(restarted.send(again())).isInstanceOf(Arrived.class);
    }

    @Test
    void aManifestThatWasSpoiltOnTheWayIsSentOnceMore() throws Exception {
        Parcel parcel = queued();
        boolean[] spoilt = {false};
        dock.plays((request, bytes) -> {
            boolean now = request.getRequestMethod().equals("PUT") && !spoilt[0];
            if (now) {
                spoilt[0] = true;
                Dock.fails(request, 400, "digest-wrong", "");
            }
            return now;
        });
        assertThat(dispatcher.send(parcel)).isEqualTo(new Dispatch.Closed(Scope.FAILED, Optional.empty()));
        assertThat(dispatcher.send(again())).isInstanceOf(Arrived.class);
    }
}
