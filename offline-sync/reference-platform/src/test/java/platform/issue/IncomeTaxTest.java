package platform.issue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import platform.people.Person.Employment;

class IncomeTaxTest {

    /** 30,000 yuan a month: 21,850 taxable each month, 262,200 in the year, which makes 35,520 yuan of tax. */
    @Test
    void twelveMonthsMakeTheTaxOfTheYear() {
        long year = IntStream.rangeClosed(1, 12)
                .mapToLong(month -> IncomeTax.withheldFen(3_000_000, month))
                .sum();
        assertThat(year).isEqualTo(3_552_000);
        assertThat(IncomeTax.withheldFen(3_000_000, 1)).isEqualTo(65_550);
        assertThat(IncomeTax.withheldFen(3_000_000, 2)).isEqualTo(21_850 * 2 * 10 - 252_000 - 65_550);
    }

    @Test
    void lowWagesBearNoTax() {
        assertThat(IncomeTax.withheldFen(500_000, 12)).isZero();
    }

    @Test
    void onlyMonthsOfEmploymentCount() {
        Months period = Months.parse("2020-01/2020-12", YearMonth.parse("2026-11"));
        Employment job = new Employment("演示", "2020-03", "2020-05", 100);
        assertThat(period.within(job))
                .containsExactly(YearMonth.parse("2020-03"), YearMonth.parse("2020-04"), YearMonth.parse("2020-05"));
        assertThat(period.within(null)).isEmpty();
        assertThat(Months.parse("", YearMonth.parse("2026-11")))
                .isEqualTo(new Months(YearMonth.parse("2025-11"), YearMonth.parse("2026-10")));
    }
}
