package kiosk.drivers.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kiosk.drivers.truth.PaperPeer.Out;
import kiosk.drivers.truth.PaperPeer.Said;
import kiosk.drivers.truth.Tally.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as which lie: a tally that missed one would make every driver honest. */
class TallyTest {
    private final Tally tally = new Tally();

    private static Story story(boolean answered, Said... said) {
        return new Story("peer", "jam-0", "jam", List.of(said), answered);
    }

    @ParameterizedTest
    @CsvSource({
        "PRINTED,true,0,0,'false success,lost'",
        "PRINTED,true,1,0,'false success,lost'",
        "PRINTED,true,2,1,'silent double'",
        "NOT_PRINTED,true,1,0,'false failure'",
        "UNCERTAIN,false,0,0,'lost,no answer in time'",
        "PRINTED,false,1,1,'no answer in time'"
    })
    void everyLieHasItsName(Said said, boolean answered, int begun, int whole, String lies) {
        tally.judge(story(answered, said), new Out(begun, whole));
        assertThat(tally.wrongs())
                .extracting(wrong -> wrong.substring(0, wrong.indexOf(':')))
                .containsExactly(lies.split(","));
    }

    @Test
    void whatIsNotOutAndNotCalledPrintedGoesOnAsAClaimAndIsNotLost() {
        tally.judge(story(true, Said.NOT_PRINTED, Said.NOT_PRINTED), new Out(0, 0));
        tally.judge(story(true, Said.UNCERTAIN), new Out(1, 0));
        tally.judge(story(true, Said.UNCERTAIN), new Out(1, 1));
        tally.judge(story(true, Said.PRINTED), new Out(1, 1));
        assertThat(tally.wrongs()).isEmpty();
        assertThat(tally.json(7))
                .contains("\"jobs\": 4", "\"withoutPaper\": 2", "\"lostDocuments\": 0", "\"lateAnswers\": 0");
    }
}
