package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import kiosk.platform.PrintReport;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.SubmissionId;
import kiosk.sync.TurnableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlitePrintsTest {
    private static final SubmissionId ID = SubmissionId.parse("019a0000-0000-7000-8000-000000000001");

    @TempDir
    private Path folder;

    private static SqlitePrints prints(Shop shop) {
        return new SqlitePrints(shop.store, shop.clock);
    }

    @Test
    void whatWasAtThePrinterWhenThePowerWentIsUncertainAndToldWhenTheStoreOpensAgain() throws Exception {
        UUID attempt;
        try (Shop shop = Shop.open(folder)) {
            attempt = prints(shop).begins(ID, Paper.DOCUMENT).orElseThrow();
            assertThat(prints(shop).next(shop.clock.instant())).isEmpty();
            assertThat(prints(shop).nextDue()).isEmpty();
        }
        try (Shop again = Shop.open(folder)) {
            assertThat(prints(again).printed(ID, Paper.DOCUMENT)).isEqualTo(1);
            assertThat(prints(again).next(again.clock.instant()))
                    .contains(new PrintReport(attempt, ID, Paper.DOCUMENT, Outcome.PERHAPS, again.clock.instant()));
            prints(again).ended(attempt, Outcome.NOT_OUT);
            assertThat(prints(again).printed(ID, Paper.DOCUMENT)).isEqualTo(1);
        }
    }

    @Test
    void whatCannotBeToldNowIsToldLaterAndWhatIsToldIsToldOnce() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            SqlitePrints prints = prints(shop);
            prints.ended(prints.begins(ID, Paper.RECEIPT).orElseThrow(), Outcome.NOT_OUT);
            PrintReport report = prints.next(shop.clock.instant()).orElseThrow();
            prints.postponed(report, shop.clock.instant().plus(Duration.ofMinutes(1)));
            assertThat(prints.next(shop.clock.instant())).isEmpty();
            assertThat(prints.nextDue()).contains(shop.clock.instant().plus(Duration.ofMinutes(1)));
            prints.told(report);
            assertThat(prints.nextDue()).isEqualTo(Optional.empty());
            assertThat(prints.printed(ID, Paper.RECEIPT)).isZero();
        }
    }

    @Test
    void aClockThatWasAheadForgetsNothingAndWhatWaitsByItIsToldAtOnceWhenItIsSetRight() throws Exception {
        TurnableClock ahead = new TurnableClock(Instant.parse("2028-02-01T00:00:00Z"));
        TurnableClock right = new TurnableClock(Instant.parse("2026-11-22T01:15:02Z"));
        try (Shop shop = Shop.open(folder, Shop.LIMITS, right)) {
            prints(shop).ended(prints(shop).begins(ID, Paper.RECEIPT).orElseThrow(), Outcome.PERHAPS);
            prints(shop).begins(ID, Paper.DOCUMENT);
        }
        try (Shop shop = Shop.open(folder, Shop.LIMITS, ahead)) {
            PrintReport report = prints(shop).next(ahead.instant()).orElseThrow();
            prints(shop).postponed(report, ahead.instant().plusSeconds(20));
            assertThat(prints(shop).printed(ID, Paper.RECEIPT)).isEqualTo(1);
        }
        try (Shop shop = Shop.open(folder, Shop.LIMITS, right)) {
            new Deliveries(shop.store).clockWentBack(right.instant());
            assertThat(prints(shop).nextDue()).contains(right.instant());
            assertThat(prints(shop).printed(ID, Paper.DOCUMENT)).isEqualTo(1);
            assertThat(shop.count("print WHERE next_at <= " + right.millis())).isEqualTo(2);
        }
    }

    @Test
    void whatWasPrintedLastIsKeptThoughTheClockWasAheadBefore() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> Sql.update(connection, """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20001)
                    INSERT INTO print (attempt, submission, paper, outcome, began_at)
                    SELECT 'a-' || i, 's-' || i, 'RECEIPT', 'OUT', 100000 - i FROM n
                    """));
        }
        try (Shop again = Shop.open(folder)) {
            assertThat(again.count("print")).isEqualTo(20_000);
            assertThat(again.ask("SELECT min(began_at) FROM print")).isEqualTo("79999");
            assertThat(again.ask("SELECT max(began_at) FROM print")).isEqualTo("99998");
        }
    }

    @Test
    void onlyTheOldestOfWhatIsToldIsForgotten() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            prints(shop).ended(prints(shop).begins(ID, Paper.RECEIPT).orElseThrow(), Outcome.PERHAPS);
            shop.store.database().run(connection -> Sql.update(connection, "UPDATE print SET began_at = -1"));
            shop.store.database().run(connection -> Sql.update(connection, """
                    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20007)
                    INSERT INTO print (attempt, submission, paper, outcome, began_at)
                    SELECT 'a-' || i, 's-' || i, 'RECEIPT', 'OUT', i FROM n
                    """));
        }
        try (Shop again = Shop.open(folder)) {
            assertThat(prints(again).printed(ID, Paper.RECEIPT)).isEqualTo(1);
            assertThat(again.count("print")).isEqualTo(20_001);
            assertThat(again.ask("SELECT min(began_at) FROM print WHERE next_at IS NULL"))
                    .isEqualTo("8");
        }
    }
}
