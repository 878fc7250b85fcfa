package kiosk.platform;

import static org.assertj.core.api.Assertions.assertThat;

import kiosk.platform.Answer.Answered;
import kiosk.platform.Answer.Refusal;
import kiosk.platform.Answer.Refused;
import kiosk.platform.Answer.Unreachable;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final Answer<String> REFUSED = new Refused<>(Refusal.NOT_FOUND);
    private static final Answer<String> SILENT = new Unreachable<>();

    @Test
    void onlyAnAnswerHasAValue() {
        assertThat(new Answered<>("yes").or("else")).isEqualTo("yes");
        assertThat(REFUSED.or("else")).isEqualTo("else");
        assertThat(SILENT.or("else")).isEqualTo("else");
    }

    @Test
    void aChangeOfTheValueKeepsWhatHasNone() {
        assertThat(new Answered<>("yes").map(String::length)).isEqualTo(new Answered<>(3));
        assertThat(REFUSED.map(String::length)).isEqualTo(new Refused<Integer>(Refusal.NOT_FOUND));
        assertThat(SILENT.map(String::length)).isEqualTo(new Unreachable<Integer>());
    }
}
