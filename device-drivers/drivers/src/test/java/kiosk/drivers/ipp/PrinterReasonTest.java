package kiosk.drivers.ipp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kiosk.device.Fault;
import kiosk.device.Fault.Cause;
import kiosk.drivers.ipp.PrinterReason.Weight;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterReasonTest {
    @ParameterizedTest
    @ValueSource(strings = {"media-jam", "media-jam-report", "media-jam-warning", "media-jam-error"})
    void aWordIsKnownByItsBeginningWhateverItsSuffix(String word) {
        assertThat(PrinterReason.gravest(Weight.HOLDS, List.of(word))).contains(new Fault(Cause.PAPER_JAM, word));
    }

    @Test
    void aWordCutAt31CharactersIsStillKnown() {
        assertThat(PrinterReason.gravest(Weight.WARNS, List.of("marker-waste-almost-full-warnin")))
                .isPresent();
        assertThat(PrinterReason.gravest(Weight.HOLDS, List.of("marker-waste-almost-full-warnin")))
                .isEmpty();
    }

    @Test
    void theGravestOfSeveralIsTold() {
        List<String> words = List.of("toner-low-report", "media-empty-error", "cover-open-error");
        assertThat(PrinterReason.gravest(Weight.HOLDS, words))
                .contains(new Fault(Cause.COVER_OPEN, "cover-open-error"));
    }

    @Test
    void wordsWithoutConsequenceAreNoFault() {
        List<String> words = List.of("none", "cups-waiting-for-job-completed", "connecting-to-device", "other-report");
        for (Weight weight : Weight.values()) {
            assertThat(PrinterReason.gravest(weight, words)).isEmpty();
        }
    }
}
