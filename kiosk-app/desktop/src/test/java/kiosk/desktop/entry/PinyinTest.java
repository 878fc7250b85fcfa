package kiosk.desktop.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PinyinTest {
    private static List<String> words(String spelling) {
        return Pinyin.candidates(spelling).stream().map(Pinyin.Candidate::words).toList();
    }

    @Test
    void aWordSpelledWholeComesFirst() {
        assertThat(words("shenzhen")).startsWith("深圳");
        assertThat(words("zhang")).contains("张", "章");
    }

    @Test
    void whatBeginsSoIsOfferedBeforeAllIsTyped() {
        assertThat(words("hangzh")).contains("杭州");
    }

    @Test
    void theRestOfASpellingStaysToBeChosenNext() {
        assertThat(Pinyin.candidates("lijunyi")).anySatisfy(it -> {
            assertThat(it.words()).isEqualTo("李");
            assertThat(it.letters()).isEqualTo(2);
        });
    }

    @Test
    void lettersThatSpellNothingOfferNothingAndNeverFail() {
        assertThat(words("vvv")).isEmpty();
        assertThat(words("")).isEmpty();
    }
}
