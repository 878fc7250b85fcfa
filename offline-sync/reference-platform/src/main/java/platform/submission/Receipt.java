package platform.submission;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** What the platform gives for an accepted submission; stored as it is, byte for byte. */
record Receipt(
        String id,
        String number,
        String digest,
        String caseNumber,
        String acceptedAt,
        Promise promise,
        long ledgerSeq) {

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
