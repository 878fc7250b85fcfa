package platform.submission;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DayOfWeek;
import java.time.LocalDate;
import platform.seal.KeyPair;
import platform.wire.Digest;

/** What the platform gives for an accepted submission, chained to the terminal's receipt before and signed; kept byte for byte. */
@JsonPropertyOrder({"id", "terminal", "number", "digest", "caseNumber", "acceptedAt", "promise", "ledgerSeq", "previous"
})
record Receipt(
        String id,
        String terminal,
        String number,
        String digest,
        String caseNumber,
        String acceptedAt,
        Promise promise,
        long ledgerSeq,
        String previous,
        Journal journal,
        String key,
        String signature) {

    /** What the manifest said of the terminal's journal. */
    record Journal(long count, String head) {}

    Receipt signedBy(KeyPair pair) {
        return new Receipt(
                id,
                terminal,
                number,
                digest,
                caseNumber,
                acceptedAt,
                promise,
                ledgerSeq,
                previous,
                journal,
                pair.id(),
                pair.sign(signedLines()));
    }

    /** PLATFORM-API.md, section 5.2. */
    private byte[] signedLines() {
        return Digest.signedLines(
                "OKR1",
                id,
                terminal,
                number,
                digest,
                caseNumber,
                acceptedAt,
                promise.kind(),
                promise.due(),
                String.valueOf(ledgerSeq),
                previous,
                String.valueOf(journal.count()),
                journal.head());
    }

    /** What the terminal's next receipt says of this one. */
    String head() {
        return Digest.sm3Text(Digest.sm3(signedLines()));
    }

    /** By when it is done. */
    record Promise(String kind, int days, String due) {

        static Promise immediate(LocalDate today) {
            return new Promise("immediate", 0, today.toString());
        }

        /** Monday to Friday, counted from the day after acceptance; public holidays are not known here. */
        static Promise workingDays(int days, LocalDate today) {
            LocalDate due = today;
            for (int left = days; left > 0; ) {
                due = due.plusDays(1);
                left -= isWorkingDay(due) ? 1 : 0;
            }
            return new Promise("working-days", days, due.toString());
        }

        private static boolean isWorkingDay(LocalDate day) {
            return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
        }
    }
}
