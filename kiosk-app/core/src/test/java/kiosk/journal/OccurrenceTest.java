package kiosk.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OccurrenceTest {
    @Test
    void noTwoOccurrencesShareANumber() {
        assertThat(Arrays.stream(Occurrence.values()).map(Occurrence::id)).doesNotHaveDuplicates();
    }

    @Test
    void noFigureTakesText() {
        assertThat(Arrays.stream(Journal.Figure.class.getPermittedSubclasses())
                        .flatMap(it -> Stream.of(it.getRecordComponents()))
                        .map(RecordComponent::getType))
                .doesNotContain(String.class, Object.class);
    }
}
