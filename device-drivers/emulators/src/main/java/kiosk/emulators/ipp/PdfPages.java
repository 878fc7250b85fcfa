package kiosk.emulators.ipp;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Counts the pages of a PDF as a printer's interpreter comes upon them, also inside object streams (ISO 32000-1, 7.5.7 and 7.7.3.3). */
final class PdfPages {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page(?![A-Za-z])");
    private static final Pattern OBJECT_STREAM = Pattern.compile("/ObjStm[^>]*>>\\s*stream\\r?\\n");
    private static final int LARGEST_STREAM = 16 << 20;

    private PdfPages() {}

    static boolean isPdf(byte[] document) {
        return new String(document, 0, Math.min(document.length, 5), StandardCharsets.ISO_8859_1).equals("%PDF-");
    }

    /** The number of pages; 0 if no page can be found. */
    static int count(byte[] document) {
        String text = new String(document, StandardCharsets.ISO_8859_1);
        int pages = countIn(text);
        Matcher streams = OBJECT_STREAM.matcher(text);
        while (streams.find()) {
            pages += countIn(inflated(document, streams.end()));
        }
        return pages;
    }

    private static int countIn(String text) {
        return (int) PAGE.matcher(text).results().count();
    }

    private static String inflated(byte[] document, int from) {
        Inflater inflater = new Inflater();
        inflater.setInput(document, from, document.length - from);
        StringBuilder text = new StringBuilder();
        byte[] part = new byte[8192];
        try {
            for (int n = inflater.inflate(part); n > 0 && text.length() < LARGEST_STREAM; n = inflater.inflate(part)) {
                text.append(new String(part, 0, n, StandardCharsets.ISO_8859_1));
            }
        } catch (DataFormatException e) {
            return "";
        } finally {
            inflater.end();
        }
        return text.toString();
    }
}
