package kiosk.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.jspecify.annotations.Nullable;

/**
 * A font in a folder of the settings. It takes a hundred megabytes while it is open and few names need it, so it is opened when one does and
 * let go afterwards; which characters it has is remembered.
 */
final class FolderFont {
    private final Path file;
    private final BitSet characters;
    private @Nullable Typeface open;

    private FolderFont(Path file, BitSet characters) {
        this.file = file;
        this.characters = characters;
    }

    /** Reads which characters a font has. */
    static FolderFont of(Path file) throws IOException {
        Typeface face = parsed(file);
        BitSet characters = new BitSet(Character.MAX_CODE_POINT + 1);
        for (int character = 0; character <= Character.MAX_CODE_POINT; character++) {
            characters.set(character, face.has(character));
        }
        face.font().close();
        return new FolderFont(file, characters);
    }

    boolean has(int character) {
        return characters.get(character);
    }

    Typeface face() {
        if (open == null) {
            try {
                open = parsed(file);
            } catch (IOException gone) {
                throw new UncheckedIOException("A font that was read can no longer be read.", gone);
            }
        }
        return Objects.requireNonNull(open);
    }

    void letGo() {
        open = null;
    }

    private static Typeface parsed(Path file) throws IOException {
        // The parser takes the whole file into memory.
        try (RandomAccessRead source = new RandomAccessReadBufferedFile(file)) {
            return Typeface.parse(source);
        }
    }
}
