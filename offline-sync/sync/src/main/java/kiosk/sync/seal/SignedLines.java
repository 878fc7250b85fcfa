package kiosk.sync.seal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What is signed where text is signed: the values in UTF-8, each followed by one line feed (PLATFORM-API.md, section 1). */
public final class SignedLines {
    private SignedLines() {}

    /** The lines of those values; an absent one is empty. */
    public static byte[] of(String... values) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        for (String value : values) {
            lines.writeBytes(value.getBytes(StandardCharsets.UTF_8));
            lines.write('\n');
        }
        return lines.toByteArray();
    }
}
