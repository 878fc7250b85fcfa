package kiosk.documents;

import java.util.List;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a document does not bring along, when its text is extracted. Left alone, the library would search the whole
 * machine for fonts and keep a list of them in the home folder.
 */
final class BundledFontMapper implements FontMapper {
    private static final BundledFontMapper ONLY = new BundledFontMapper();

    private @Nullable TrueTypeFont bundled;

    private BundledFontMapper() {}

    /** From now on, for the whole process. */
    static void install() {
        FontMappers.set(ONLY);
    }

    @Override
    public synchronized FontMapping<TrueTypeFont> getTrueTypeFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(bundled(), true);
    }

    @Override
    public synchronized FontMapping<FontBoxFont> getFontBoxFont(String name, PDFontDescriptor descriptor) {
        return new FontMapping<>(bundled(), true);
    }

    @Override
    public synchronized CIDFontMapping getCIDFont(
            String name, PDFontDescriptor descriptor, PDCIDSystemInfo characters) {
        @Nullable OpenTypeFont noneOfThatKind = null;
        return new CIDFontMapping(noneOfThatKind, bundled(), true);
    }

    private TrueTypeFont bundled() {
        if (bundled == null) {
            bundled = Typefaces.with(List.of())
                    .face('一')
                    .orElseThrow(() -> new IllegalStateException("the bundled font has no Chinese"))
                    .font();
        }
        return bundled;
    }
}
