package platform.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import platform.people.People;
import platform.people.Person;
import platform.wire.Refusal;

class RulesTest {
    private final Rules rules = new Rules(Clock.fixed(Instant.parse("2026-11-22T01:00:00Z"), ZoneOffset.UTC));
    private final Person person = People.load().withNumber("110101199003078881").orElseThrow();

    private int problems(String period) throws Refusal {
        Item item = Items.load().named("tax.income-tax-record");
        return rules.problems(item, person, Map.of("period", period)).size();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-999999999-01/2026-01",
                "1899-12/2026-01",
                "2026-02/2026-01",
                "2026-01/2026-12",
                "2026-01",
                "",
                "x/y"
            })
    void aPeriodThatNoDocumentCouldListIsAProblem(String period) throws Refusal {
        assertThat(problems(period)).isEqualTo(1);
    }

    @Test
    void aLifeIsAPeriod() throws Refusal {
        assertThat(problems("1900-01/2026-11")).isZero();
    }
}
