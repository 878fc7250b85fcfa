package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kiosk.journal.Occurrence;
import kiosk.submission.Outbox;
import kiosk.submission.Submission;
import kiosk.sync.Handed;
import kiosk.sync.seal.Cover;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whichever page or value of an entry is damaged: what was sealed is delivered if it can be, and nothing goes without a trace. */
class DamagedEntriesTest {
    private static final int PAGE = 4096;
    private static final int TAKEN = 24;

    @TempDir
    private static Path template;

    private static final Set<String> IDS = new HashSet<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"entry, 0", "entry, 1", "entry, last", "part, last", "sealed, 0", "sealed, last"})
    void whicheverPageIsDamagedWhatIsStillSealedIsDelivered(String table, String which) throws Exception {
        filled();
        List<Long> pages = pagesOf(table);
        spoil(pages.get(which.equals("last") ? pages.size() - 1 : Integer.parseInt(which)));
        try (Shop shop = Shop.open(folder)) {
            Set<String> sent = sent(shop);
            Set<String> aside = new HashSet<>(shop.store
                    .database()
                    .run(connection -> Sql.all(
                            connection,
                            "SELECT id FROM entry WHERE state = 'REFUSED' AND last = 'DAMAGED'",
                            row -> row.getString(1))));
            assertThat(sent).hasSize(IDS.size() - aside.size());
            sent.addAll(aside);
            assertThat(sent).as("delivered, or shown to a person").isEqualTo(IDS);
            assertThat(aside.isEmpty()).isEqualTo(!table.equals("sealed"));
            assertThat(noted(shop, Occurrence.SUBMISSION_DAMAGED)).hasSize(aside.size());
            assertThat(noted(shop, Occurrence.STORE_DAMAGED)).containsExactly("count=" + IDS.size());
            assertThat(noted(shop, Occurrence.ENTRIES_LOST)).isEmpty();
        }
        assertThat(folder.resolve("damaged-1/not-taken-over")).doesNotExist();
    }

    @Test
    void aPaymentWhoseRowIsLostIsAskedAboutAndNotSent() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.outbox.accept(Handed.payment());
        }
        spoil(pagesOf("entry").get(0));
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.ask("SELECT state FROM entry")).isEqualTo("UNSETTLED");
            assertThat(shop.count("sealed")).isEqualTo(1);
        }
    }

    @Test
    void whatIsLostWithoutATraceOfItsSealIsCounted() throws Exception {
        filled();
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> {
                Sql.update(connection, "DELETE FROM part");
                return Sql.update(connection, "DELETE FROM sealed");
            });
        }
        List<Long> pages = pagesOf("entry");
        spoil(pages.get(pages.size() - 1));
        try (Shop shop = Shop.open(folder)) {
            long left = shop.count("entry WHERE last = 'DAMAGED'");
            assertThat(left).isBetween(1L, IDS.size() - 1L);
            assertThat(noted(shop, Occurrence.STORE_DAMAGED)).containsExactly("count=" + left);
            assertThat(noted(shop, Occurrence.ENTRIES_LOST)).containsExactly("count=" + (IDS.size() - left));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE entry SET attempts = 'many' WHERE seq = 2",
                "UPDATE entry SET next_at = 'soon' WHERE seq = 2",
                "UPDATE entry SET journal_head = x'00' WHERE seq = 2",
                "UPDATE part SET file = x'37'",
                "UPDATE part SET sent = 'some'",
                "UPDATE sealed SET bytes = CAST(bytes AS TEXT) WHERE seq = 2"
            })
    void aValueOfTheWrongKindKeepsNothingFromStarting(String damage) throws Exception {
        filled();
        damagedBy(damage);
        try (Shop shop = Shop.open(folder)) {
            assertThat(folder.resolve("damaged-1")).exists();
            assertThat(sent(shop)).isEqualTo(IDS);
        }
    }

    @Test
    void aValueOfTheWrongKindInAnythingElseKeepsNothingFromStarting() throws Exception {
        filled();
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(it -> Sql.update(it, "INSERT INTO kept VALUES ('of old', 'd', '{}', 1)"));
            shop.store
                    .database()
                    .run(it -> Sql.update(
                            it,
                            "INSERT INTO print (attempt, submission, paper, outcome, began_at) VALUES"
                                    + " ('019a0000-0000-7000-8000-000000000001', '019a0000-0000-7000-8000-000000000002',"
                                    + " 'RECEIPT', 'OUT', 1)"));
        }
        damagedBy("UPDATE kept SET ledger_seq = 'first'", "UPDATE print SET began_at = 'then'");
        try (Shop shop = Shop.open(folder)) {
            assertThat(sent(shop)).isEqualTo(IDS);
            assertThat(shop.count("kept")).isZero();
        }
    }

    @Test
    void whatCannotBeOpenedNowIsTakenOverAtALaterStart() throws Exception {
        filled();
        spoil(pagesOf("entry").get(0));
        Path aside = Files.createDirectory(folder.resolve("damaged-1"));
        Files.createFile(aside.resolve("not-taken-over"));
        Files.move(folder.resolve("outbox.db"), folder.resolve("elsewhere"));
        Path inTheWay = Files.createDirectory(aside.resolve("outbox.db"));
        try (Shop shop = Shop.open(folder)) {
            assertThat(shop.count("entry")).isZero();
        }
        assertThat(aside.resolve("not-taken-over")).exists();
        Files.delete(inTheWay);
        Files.move(folder.resolve("elsewhere"), inTheWay);
        try (Shop shop = Shop.open(folder)) {
            assertThat(sent(shop)).isEqualTo(IDS);
        }
        assertThat(aside.resolve("not-taken-over")).doesNotExist();
    }

    /** The same queue each time: to seal anew takes longer than to copy. */
    private void filled() throws IOException {
        for (String name : List.of("outbox.db", "platform.keys")) {
            Files.copy(template.resolve(name), folder.resolve(name));
        }
        Files.createDirectory(folder.resolve("parts"));
        try (Stream<Path> parts = Files.list(template.resolve("parts"))) {
            for (Path part : parts.toList()) {
                Files.copy(part, folder.resolve("parts").resolve(part.getFileName()));
            }
        }
    }

    @BeforeAll
    static void fill() throws IOException {
        List<Submission> all = new ArrayList<>(
                IntStream.range(0, TAKEN).mapToObj(i -> Handed.care()).toList());
        all.add(1, Handed.withPages(new byte[150_000]));
        try (Shop shop = Shop.open(template)) {
            for (Submission each : all) {
                assertThat(shop.outbox.accept(each)).isInstanceOf(Outbox.Accepted.class);
                IDS.add(each.id().toString());
            }
        }
    }

    /** What the courier is given, and what stands on it is what stands in its row. */
    private static Set<String> sent(Shop shop) {
        Set<String> sent = new HashSet<>();
        Deliveries deliveries = new Deliveries(shop.store);
        Optional<Parcel> parcel = deliveries.next(shop.clock.instant(), any -> shop.clock.instant());
        while (parcel.isPresent()) {
            Cover cover = Cover.of(parcel.get().load().body());
            assertThat(cover.id()).hasToString(parcel.get().id());
            assertThat(cover.number()).isEqualTo(parcel.get().number());
            assertThat(cover.uploaded()).hasSameSizeAs(parcel.get().load().parts());
            sent.add(parcel.get().id());
            shop.store.database().run(it -> Sql.update(it, "UPDATE entry SET next_at = NULL WHERE last = 'BEGUN'"));
            parcel = deliveries.next(shop.clock.instant(), any -> shop.clock.instant());
        }
        return sent;
    }

    private static List<String> noted(Shop shop, Occurrence occurrence) {
        return shop.store.journal().entries(200).stream()
                .filter(it -> it.event() == occurrence.id())
                .map(SqliteJournal.Noted::figures)
                .toList();
    }

    private Connection connected() throws SQLException {
        return DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("outbox.db"));
    }

    private List<Long> pagesOf(String table) throws SQLException {
        try (Connection connection = connected()) {
            return Sql.all(
                    connection,
                    "SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path",
                    row -> row.getLong(1),
                    table);
        }
    }

    private void spoil(long page) throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("outbox.db").toFile(), "rw")) {
            file.seek((page - 1) * PAGE);
            file.write(new byte[PAGE]);
        }
    }

    /** As a flipped bit would do it, past the tables' own rules. */
    private void damagedBy(String... damages) throws SQLException {
        schema("replace(replace(sql, 'STRICT, ', '/* strict, */ '), 'STRICT', '/* strict */')");
        try (Connection connection = connected()) {
            for (String damage : damages) {
                assertThat(Sql.update(connection, damage)).isPositive();
            }
        }
        schema("replace(replace(sql, '/* strict, */ ', 'STRICT, '), '/* strict */', 'STRICT')");
    }

    private void schema(String sql) throws SQLException {
        try (Connection connection = connected()) {
            Sql.script(connection, "PRAGMA writable_schema = ON");
            Sql.update(connection, "UPDATE sqlite_schema SET sql = " + sql + " WHERE type = 'table'");
        }
    }
}
