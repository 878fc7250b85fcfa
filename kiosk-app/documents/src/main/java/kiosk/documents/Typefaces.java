package kiosk.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The fonts that paper is lettered with: the bundled Noto Sans SC, which has every character of the common standard list (通用规范汉字表), then
 * those found in the settings' folders for rarer ones. A character that none has is named by its code point, 〔U+20000〕, and never
 * becomes a silent box. Not safe for use by two threads at once.
 */
public final class Typefaces {
    private static final String BUNDLED = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";
    private static final int MOST_FILES = 8;
    private static final long LARGEST_FILE = 64L << 20;

    private final List<Path> folders;
    private final List<FolderFont> spares = new ArrayList<>();
    private final List<Path> unusable = new ArrayList<>();
    private @Nullable Typeface bundled;
    private boolean searched;

    private Typefaces(List<Path> folders) {
        this.folders = List.copyOf(folders);
    }

    /**
     * The bundled font, and the TrueType fonts in these folders; a folder that is missing does no harm. Nothing is read before it is
     * needed: the bundled font takes half a second, those in the folders a second, and few names need them.
     */
    public static Typefaces with(List<Path> folders) {
        return new Typefaces(folders);
    }

    private Typeface bundled() {
        if (bundled == null) {
            try (InputStream in =
                    Objects.requireNonNull(Typefaces.class.getResourceAsStream(BUNDLED), "the bundled font is gone")) {
                bundled = Typeface.parse(new RandomAccessReadBuffer(in.readAllBytes()));
            } catch (IOException broken) {
                throw new UncheckedIOException("The bundled font cannot be read.", broken);
            }
        }
        return bundled;
    }

    /** Forgets what can be read again from the folders. */
    void letGo() {
        spares.forEach(FolderFont::letGo);
    }

    private void search() {
        if (searched) {
            return;
        }
        searched = true;
        for (Path file : folders.stream()
                .flatMap(it -> fontsIn(it).stream())
                .limit(MOST_FILES)
                .toList()) {
            try {
                spares.add(FolderFont.of(file));
            } catch (IOException notAFont) {
                unusable.add(file);
            }
        }
    }

    private static List<Path> fontsIn(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(it -> it.toString().endsWith(".ttf"))
                    .filter(it -> it.toFile().length() <= LARGEST_FILE)
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /** Fonts in the folders that could not be read, for the technician. */
    public List<Path> unusable() {
        search();
        return List.copyOf(unusable);
    }

    /** The characters of a text that no font has, each once, in their order. */
    public List<String> missing(String text) {
        return text.codePoints()
                .filter(it -> !blank(it) && !silent(it) && !has(it))
                .distinct()
                .mapToObj(Typefaces::named)
                .toList();
    }

    /** The text as it can be lettered: what no font has is named, what has no look is left out, every space is a plain one. */
    String letterable(String text) {
        StringBuilder letterable = new StringBuilder();
        text.codePoints().filter(it -> !silent(it)).forEach(character -> {
            if (blank(character)) {
                letterable.append(' ');
            } else if (has(character)) {
                letterable.appendCodePoint(character);
            } else {
                letterable.append('〔').append(named(character)).append('〕');
            }
        });
        return letterable.toString();
    }

    private boolean has(int character) {
        return bundled().has(character) || spare(character).isPresent();
    }

    private Optional<FolderFont> spare(int character) {
        search();
        return spares.stream().filter(it -> it.has(character)).findFirst();
    }

    /** The first font that has a character. */
    Optional<Typeface> face(int character) {
        return bundled().has(character)
                ? Optional.of(bundled())
                : spare(character).map(FolderFont::face);
    }

    /** Pieces of a letterable text, each in one font. */
    List<Run> runs(String letterable) {
        List<Run> runs = new ArrayList<>();
        letterable.codePoints().forEach(character -> {
            Typeface face = face(character).orElseThrow(() -> new IllegalArgumentException("not a letterable text"));
            Run last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && last.face() == face) {
                runs.set(runs.size() - 1, new Run(face, last.text() + Character.toString(character)));
            } else {
                runs.add(new Run(face, Character.toString(character)));
            }
        });
        return runs;
    }

    /** How wide a letterable text is, where the size is 1. */
    double width(String letterable) {
        return letterable
                .codePoints()
                .mapToDouble(it -> face(it).map(face -> face.advance(it)).orElse(0.0))
                .sum();
    }

    /** A piece of text in one font. */
    record Run(Typeface face, String text) {
        @Override
        public String toString() {
            return "Run[" + text.length() + " characters]";
        }
    }

    private static String named(int character) {
        return "U+%04X".formatted(character);
    }

    private static boolean blank(int character) {
        return Character.isWhitespace(character) || Character.isISOControl(character) || character == 0xA0;
    }

    /** Variation selectors and other marks without a look of their own. */
    private static boolean silent(int character) {
        return Character.getType(character) == Character.FORMAT
                || (character >= 0xFE00 && character <= 0xFE0F)
                || (character >= 0xE0100 && character <= 0xE01EF);
    }
}
