package kiosk.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrMatrixTest {
    @Test
    void aReaderReadsWhatWasDrawn() throws Exception {
        String text = "kiosk:0193a1f0-5c11-7abc-8def-0123456789ab";
        assertThat(new Decoder().decode(QrMatrix.of(text)).getText()).isEqualTo(text);
    }

    @Test
    void aThumbOnTheCodeDoesNoHarm() throws Exception {
        boolean[][] squares = QrMatrix.of("https://pay.example/code/O2026112200000003");
        for (int row = 12; row < 18; row++) {
            for (int column = 12; column < 18; column++) {
                squares[row][column] = !squares[row][column];
            }
        }
        assertThat(new Decoder().decode(squares).getText()).isEqualTo("https://pay.example/code/O2026112200000003");
    }

    @Test
    void aTextOfTenKilobytesIsRefused() {
        assertThatThrownBy(() -> QrMatrix.of("x".repeat(10_000))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> QrMatrix.of("")).isInstanceOf(IllegalArgumentException.class);
    }

    /** 48 characters of 203 dots an inch are 72 mm; five dots a square are 0.6 mm, and common scanners read 0.25 mm. */
    @Test
    void aProofIsReadAndItsSquaresStayLargeOnTheRoll() throws Exception {
        String longest = "OKQ1:" + "0Z".repeat(235);
        boolean[][] squares = QrMatrix.of(longest);
        assertThat(new Decoder().decode(squares).getText()).isEqualTo(longest);
        assertThat(squares.length).isLessThanOrEqualTo(69);
    }
}
