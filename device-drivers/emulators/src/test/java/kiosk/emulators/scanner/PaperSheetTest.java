package kiosk.emulators.scanner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PaperSheetTest {
    @Test
    void everySheetIsA4AndAllButTheBlankOneHaveInkOnThem() {
        assertThat(List.of(PaperSheet.blank(), PaperSheet.written()))
                .allSatisfy(sheet -> assertThat((double) sheet.getHeight() / sheet.getWidth())
                        .isBetween(1.41, 1.42));
        assertThat(darkDots(PaperSheet.blank())).isZero();
        assertThat(darkDots(PaperSheet.written())).isGreaterThan(10_000);
    }

    private static long darkDots(BufferedImage sheet) {
        int[] dots = sheet.getRGB(0, 0, sheet.getWidth(), sheet.getHeight(), null, 0, sheet.getWidth());
        return Arrays.stream(dots).filter(dot -> (dot & 0xFF) < 128).count();
    }

    @Test
    void theFeederTakesFiftySheets() {
        try (SaneEmulator emulator = SaneEmulator.on(0)) {
            BufferedImage sheet = PaperSheet.blank();
            for (int i = 0; i < 50; i++) {
                emulator.lay(sheet);
            }
            assertThatThrownBy(() -> emulator.lay(sheet)).isInstanceOf(IllegalArgumentException.class);
            emulator.removeSheets();
            assertThat(emulator.sheets()).isZero();
        }
    }
}
