package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kiosk.journal.Occurrence;
import kiosk.submission.Correction;
import kiosk.submission.Outbox.Accepted;
import kiosk.submission.Outbox.NotAccepted;
import kiosk.submission.Outbox.Why;
import kiosk.submission.Submission;
import kiosk.submission.SubmissionId;
import kiosk.sync.Handed;
import kiosk.sync.disk.Disk;
import kiosk.sync.seal.Sha256;
import kiosk.sync.store.Parcel.Setback;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The large parts lie in files beside the database: always there before their row, and gone after it. */
class PartsOnDiskTest {
    private static final int LARGE = 300_000;

    @TempDir
    private Path folder;

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("parts"))) {
            return files.toList();
        }
    }

    private static Optional<Parcel> next(Shop shop) {
        Instant now = shop.clock.instant();
        return new Deliveries(shop.store).next(now, any -> now.plusSeconds(60));
    }

    private static boolean noted(Shop shop, Occurrence occurrence, Submission submission) {
        return shop.store.journal().entries(20).stream()
                .anyMatch(it -> it.event() == occurrence.id() && it.figures().startsWith("of=" + submission.id()));
    }

    @Test
    void aLargePartIsAFileThatItsRowNamesAndASmallOneIsNot() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(Handed.withPages(new byte[LARGE], new byte[10]));
            Parcel parcel = next(shop).orElseThrow();
            assertThat(parcel.load().parts()).singleElement().satisfies(part -> {
                Path file = folder.resolve("parts").resolve(part.file());
                assertThat(part.number()).isEqualTo(1);
                assertThat(Files.size(file)).isEqualTo(part.length());
                assertThat(Sha256.field(Files.readAllBytes(file))).isEqualTo(part.digest());
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(shop.store.parts().piece(part.file(), part.length() - 5, 100))
                        .hasSize(5);
            });
            assertThat(files()).hasSize(1);
            assertThat(parcel.load().body().length).isLessThan(10_000);
            assertThat(parcel.awaited()).isTrue();
        }
    }

    @Test
    void aFileThatNoRowNamesIsCollectedAtTheStartAndTheOthersAreNot() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(Handed.withPages(new byte[LARGE]));
        }
        Files.write(folder.resolve("parts/00.part"), new byte[9]);
        Files.write(folder.resolve("parts/11.part.new"), new byte[9]);
        try (Shop shop = Shop.open(folder)) {
            assertThat(files()).hasSize(1);
            assertThat(next(shop)).isPresent();
        }
    }

    @Test
    void anEntryWhosePartIsMissingOrShortIsSetAsideWithAnAlarmAndStopsNobody() throws Exception {
        Submission missing = Handed.withPages(new byte[LARGE]);
        Submission cut = Handed.withPages(new byte[LARGE]);
        Submission whole = Handed.care();
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(missing);
            Files.delete(files().get(0));
            shop.outbox.accept(cut);
            Files.write(files().get(0), new byte[99], StandardOpenOption.TRUNCATE_EXISTING);
            shop.outbox.accept(whole);
            assertThat(next(shop).map(Parcel::id)).contains(whole.id().toString());
            for (Submission each : List.of(missing, cut)) {
                assertThat(shop.state(each.id())).isEqualTo(EntryState.REFUSED);
                assertThat(noted(shop, Occurrence.SUBMISSION_DAMAGED, each)).isTrue();
            }
        }
    }

    @Test
    void aBodyThatIsNotWhatWasSealedIsSetAside() throws Exception {
        Submission spoilt = Handed.care();
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(spoilt);
            shop.store
                    .database()
                    .run(connection -> Sql.update(
                            connection, "UPDATE sealed SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB)"));
            assertThat(next(shop)).isEmpty();
            assertThat(noted(shop, Occurrence.SUBMISSION_DAMAGED, spoilt)).isTrue();
        }
    }

    @Test
    void theSameIdAgainLeavesNoSecondFile() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            Submission submission = Handed.withPages(new byte[LARGE]);
            Accepted first = (Accepted) shop.outbox.accept(submission);
            assertThat(shop.outbox.accept(submission)).isEqualTo(first);
            assertThat(files()).hasSize(1);
            assertThat(next(shop)).isPresent();
        }
    }

    @Test
    void aLargeFormIsAFileBeforeItsPages() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            Submission large = Handed.withSignature(new byte[LARGE]);
            assertThat(shop.outbox.accept(large)).isInstanceOf(Accepted.class);
            assertThat(next(shop).orElseThrow().load().parts())
                    .extracting(Parcel.Piece::number)
                    .containsExactly(0);
            shop.outbox.abandon(large.id());
            assertThat(files()).isEmpty();
        }
    }

    @Test
    void whatIsGivenUpLeavesNoFile() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            Submission submission = Handed.withPages(new byte[LARGE], new byte[LARGE]);
            shop.outbox.accept(submission);
            assertThat(files()).hasSize(2);
            shop.outbox.abandon(submission.id());
            assertThat(files()).isEmpty();
            assertThat(shop.count("part")).isZero();
        }
    }

    @Test
    void aDiskThatTakesNoFileTakesNothing() throws Exception {
        try (Shop shop = Shop.open(folder, new FailingDisk(2))) {
            Submission submission = Handed.withPages(new byte[LARGE], new byte[LARGE]);
            assertThat(shop.outbox.accept(submission)).isEqualTo(new NotAccepted(Why.BROKEN));
            assertThat(files()).isEmpty();
            assertThat(shop.count("entry")).isZero();
            assertThat(shop.outbox.accept(submission)).isInstanceOf(Accepted.class);
            assertThat(files()).hasSize(2);
        }
    }

    @Test
    void aCommitThatFailedLeavesNoFileAndOneThatOnlySeemedToFailKeepsIts() throws Exception {
        Breaking breaking = new Breaking();
        try (Shop shop = Shop.open(folder, breaking)) {
            breaking.beforeCommit(1);
            assertThat(shop.outbox.accept(Handed.withPages(new byte[LARGE]))).isEqualTo(new NotAccepted(Why.BROKEN));
            assertThat(files()).isEmpty();
            breaking.afterCommit(1);
            assertThat(shop.outbox.accept(Handed.withPages(new byte[LARGE]))).isInstanceOf(Accepted.class);
            assertThat(files()).hasSize(1);
            assertThat(next(shop)).isPresent();
        }
    }

    @Test
    void howFarAPartIsOutlivesTheProcess() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(Handed.withPages(new byte[LARGE]));
            new Deliveries(shop.store).sent(1, 1, 70_000);
        }
        try (Shop shop = Shop.open(folder)) {
            assertThat(next(shop).orElseThrow().load().parts())
                    .extracting(Parcel.Piece::sent)
                    .containsExactly(70_000L);
        }
    }

    @Test
    void aDamagedStoreTakesItsPartsOver() throws Exception {
        Submission submission = Handed.withPages(new byte[LARGE]);
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(submission);
        }
        StoreFolder taken = StoreFolder.take(folder);
        taken.moveAside(Disk.real());
        taken.close();
        try (Shop shop = Shop.open(folder)) {
            assertThat(next(shop).orElseThrow().load().parts()).hasSize(1);
            assertThat(files()).hasSize(1);
        }
    }

    @Test
    void whatPutsSomethingRightGoesUnderItsNumber() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            Submission first = Handed.care();
            Accepted accepted = (Accepted) shop.outbox.accept(first);
            Correction correction = new Correction(accepted.number(), Optional.of(first.id()));
            Submission mended = Handed.correcting(Handed.care(), correction);
            assertThat(shop.outbox.accept(mended)).isEqualTo(accepted);
            assertThat(shop.ask("SELECT replaces FROM entry WHERE corrects = 1"))
                    .isEqualTo(first.id().toString());
            assertThat(((Accepted) shop.outbox.accept(Handed.care())).number().text())
                    .contains("-0002-");
        }
    }

    @Test
    void aStoreSealedForTheEarlierWireIsRefusedWithAWord() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> Sql.update(connection, "PRAGMA user_version = 2"));
        }
        assertThatIllegalStateException().isThrownBy(() -> Shop.open(folder)).withMessageContaining("earlier version");
        assertThat(folder.resolve("damaged-1")).doesNotExist();
    }

    @Test
    void somethingThatIsSetAsideCanBeTriedAgainByAPerson() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            Submission submission = Handed.care();
            shop.outbox.accept(submission);
            Deliveries deliveries = new Deliveries(shop.store);
            deliveries.setAside(submission.id(), Setback.CONFLICT, shop.clock.instant());
            deliveries.setAside(SubmissionId.create(shop.clock), Setback.CONFLICT, shop.clock.instant());
            assertThat(noted(shop, Occurrence.SUBMISSION_CONFLICT, submission)).isTrue();
            assertThat(next(shop)).isEmpty();
            shop.outbox.retry(submission.id());
            assertThat(next(shop)).isPresent();
        }
    }
}
