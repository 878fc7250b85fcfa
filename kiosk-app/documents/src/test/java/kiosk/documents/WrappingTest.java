package kiosk.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WrappingTest {
    @Test
    void chineseBreaksAnywhereButNotBeforeAClosingMark() {
        assertThat(wrapped("一二三四五，六七", 10)).containsExactly("一二三四", "五，六七");
    }

    @Test
    void anOpeningMarkDoesNotStayBehind() {
        assertThat(wrapped("一二三四《法》", 10)).containsExactly("一二三四", "《法》");
    }

    @Test
    void wordsAndNumbersStayWholeWhereTheyFit() {
        assertThat(wrapped("to be or not to be", 8)).containsExactly("to be or", "not to", "be");
        assertThat(wrapped("编号K001-261122", 12)).containsExactly("编号", "K001-261122");
    }

    @Test
    void aWordLongerThanTheLineIsCutBetweenCharacters() {
        assertThat(wrapped("abcdefghij", 4)).containsExactly("abcd", "efgh", "ij");
    }

    @Test
    void aSurrogatePairIsNeverCut() {
        assertThat(wrapped("𬱖".repeat(7), 6)).containsExactly("𬱖𬱖𬱖", "𬱖𬱖𬱖", "𬱖");
    }

    @Test
    void anEmptyTextIsOneEmptyLine() {
        assertThat(wrapped("", 6)).containsExactly("");
        assertThat(wrapped("   ", 6)).containsExactly("");
    }

    @Test
    void theNameOfAMissingCharacterStaysWhole() {
        assertThat(wrapped("王〔U+20000〕明", 12)).containsExactly("王", "〔U+20000〕", "明");
    }

    private static List<String> wrapped(String text, int halves) {
        return Wrapping.lines(text, halves, RollFont::halves);
    }
}
