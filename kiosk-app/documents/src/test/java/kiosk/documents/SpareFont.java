package kiosk.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a font that has a character the bundled one lacks: the bundled one, with the glyph of U+20164 under U+20000 instead. */
final class SpareFont {
    private SpareFont() {}

    static void whichDrawsU20000(Path file) throws IOException {
        try (InputStream in = SpareFont.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")) {
            ByteBuffer font = ByteBuffer.wrap(in.readAllBytes());
            for (int at = 0; at <= font.capacity() - 8; at++) {
                if (font.getInt(at) == 0x20164 && font.getInt(at + 4) == 0x20164) {
                    font.putInt(at, 0x20000).putInt(at + 4, 0x20000);
                }
            }
            Files.write(file, font.array());
        }
    }
}
