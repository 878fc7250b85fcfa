package platform.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import platform.submission.Receipt.Promise;

class PromiseTest {

    @Test
    void workingDaysLeaveOutTheWeekend() {
        LocalDate friday = LocalDate.parse("2026-11-20");
        assertThat(Promise.workingDays(3, friday)).isEqualTo(new Promise("working-days", 3, "2026-11-25"));
        assertThat(Promise.workingDays(1, friday.plusDays(1)).due()).isEqualTo("2026-11-23");
        assertThat(Promise.immediate(friday)).isEqualTo(new Promise("immediate", 0, "2026-11-20"));
    }

    /** 7992739871 is the example of ISO/IEC 7812-1. */
    @Test
    void theCaseNumberEndsWithALuhnDigit() {
        assertThat(CaseNumber.checkDigit("7992739871")).isEqualTo(3);
        assertThat(CaseNumber.of("social-security", LocalDate.parse("2026-11-22"), 17))
                .isEqualTo("S202611220000000171");
    }
}
