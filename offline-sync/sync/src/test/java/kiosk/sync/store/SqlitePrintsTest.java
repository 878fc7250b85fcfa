package kiosk.sync.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import kiosk.platform.PrintReport;
import kiosk.submission.PrintLedger.Outcome;
import kiosk.submission.PrintLedger.Paper;
import kiosk.submission.SubmissionId;
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
    void aStoreOfTheFirstVersionGetsALedger() throws Exception {
        try (Shop shop = Shop.open(folder)) {
            shop.store.database().run(connection -> {
                Sql.script(connection, "DROP TABLE print;\nPRAGMA user_version = 1;\n");
                return true;
            });
        }
        try (Shop again = Shop.open(folder)) {
            assertThat(prints(again).begins(ID, Paper.DOCUMENT)).isPresent();
        }
    }
}
