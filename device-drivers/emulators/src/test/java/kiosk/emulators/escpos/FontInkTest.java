package kiosk.emulators.escpos;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import org.junit.jupiter.api.Test;

class FontInkTest {
    private final FontInk ink =
            new FontInk(new Font(Font.DIALOG, Font.PLAIN, 10), text -> new boolean[][] {{text.isEmpty()}});

    @Test
    void aCharacterFillsItsCellAndABlankLeavesItWhite() {
        assertThat(black(ink.character("M", 24, 48))).isBetween(24 * 48 / 20, 24 * 48 / 2);
        assertThat(black(ink.character(" ", 12, 24))).isZero();
    }

    private static int black(boolean[][] dots) {
        int count = 0;
        for (boolean[] row : dots) {
            for (boolean dot : row) {
                count += dot ? 1 : 0;
            }
        }
        return count;
    }

    @Test
    void aCodeIsDrawnByWhoeverKnowsHow() {
        assertThat(ink.code("")).isEqualTo(new boolean[][] {{true}});
        assertThat(TicketInk.none().code("x")).hasDimensions(21, 21);
        assertThat(black(TicketInk.none().character("M", 12, 24))).isZero();
    }
}
