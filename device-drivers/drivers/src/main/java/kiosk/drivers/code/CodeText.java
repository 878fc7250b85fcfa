package kiosk.drivers.code;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the bytes of a code say: without the symbology identifier (ISO/IEC 15424) that some scanners put before it, decoded
 * strictly by the first character set that fits. Control characters make it unusable, but for the separators of GS1 and
 * ISO/IEC 15434.
 */
final class CodeText {
    private static final Set<String> SYMBOLOGIES =
            Set.of("]Q0", "]Q1", "]Q3", "]C0", "]C1", "]d1", "]d2", "]E0", "]L0", "]X0");
    private static final int SYMBOLOGY_LENGTH = 3;
    private static final String SEPARATORS = "\u0004\u001C\u001D\u001E\u001F";

    private final List<Charset> charsets;

    /** @param charsets tried one after the other */
    CodeText(List<Charset> charsets) {
        this.charsets = charsets;
    }

    /** The text, if there is any and it is valid. */
    Optional<String> of(byte[] code) {
        return charsets.stream()
                .flatMap(charset -> decoded(code, charset).stream())
                .findFirst()
                .map(CodeText::withoutSymbology)
                .filter(text -> !text.isBlank() && text.codePoints().noneMatch(CodeText::isUnusable));
    }

    private static Optional<String> decoded(byte[] code, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(code)).toString());
        } catch (CharacterCodingException notThisCharset) {
            return Optional.empty();
        }
    }

    private static String withoutSymbology(String text) {
        return text.length() >= SYMBOLOGY_LENGTH && SYMBOLOGIES.contains(text.substring(0, SYMBOLOGY_LENGTH))
                ? text.substring(SYMBOLOGY_LENGTH)
                : text;
    }

    private static boolean isUnusable(int codePoint) {
        return Character.isISOControl(codePoint) && SEPARATORS.indexOf(codePoint) < 0;
    }
}
