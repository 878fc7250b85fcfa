package kiosk.documents;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks, before anything is parsed, how large the compressed streams of a PDF become: a small file may inflate to a thousand times its size
 * (RFC 1950), and a parser inflates some of them as soon as it opens the file. A stream compressed twice is refused unseen.
 */
final class InflationCheck {
    private static final long MOST_BYTES = 96L << 20;
    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);

    private final byte[] pdf;
    private final byte[] buffer = new byte[1 << 16];
    private long inflated;

    private InflationCheck(byte[] pdf) {
        this.pdf = pdf;
    }

    /** @throws UnfitDocument if the streams together become too large */
    static void of(byte[] pdf) throws UnfitDocument {
        InflationCheck check = new InflationCheck(pdf);
        for (int at = 0; at <= pdf.length - STREAM.length; at++) {
            if (pdf[at] == STREAM[0] && Arrays.equals(pdf, at, at + STREAM.length, STREAM, 0, STREAM.length)) {
                check.stream(check.afterTheLineEnd(at + STREAM.length));
            }
        }
    }

    private int afterTheLineEnd(int at) {
        int start = at;
        while (start < pdf.length && start < at + 2 && (pdf[start] == '\r' || pdf[start] == '\n')) {
            start++;
        }
        return start;
    }

    private void stream(int from) throws UnfitDocument {
        if (!compressed(pdf, from)) {
            return;
        }
        Inflater inflater = new Inflater();
        inflater.setInput(pdf, from, pdf.length - from);
        try {
            inflate(inflater);
        } catch (DataFormatException cutOrNoStream) {
            // What came before the fault is counted; the parser stops there as well.
            return;
        } finally {
            inflater.end();
        }
    }

    private void inflate(Inflater inflater) throws DataFormatException, UnfitDocument {
        int read = inflater.inflate(buffer);
        if (read > 2 && compressed(buffer, 0)) {
            throw new UnfitDocument("compressed-twice");
        }
        while (read > 0) {
            inflated += read;
            if (inflated > MOST_BYTES) {
                throw new UnfitDocument("inflates-too-large");
            }
            read = inflater.inflate(buffer);
        }
    }

    /** Whether the two bytes of a zlib header stand there: deflate with a window of 32 KiB, and their check. */
    private static boolean compressed(byte[] bytes, int at) {
        return at + 2 < bytes.length
                && bytes[at] == 0x78
                && (((bytes[at] & 0xFF) << 8) | (bytes[at + 1] & 0xFF)) % 31 == 0;
    }
}
