package kiosk.device;

import java.util.List;

/**
 * One scanned page.
 *
 * @param jpeg the picture, JPEG; the array is the record's own and is not to be written to
 * @param width in pixels
 * @param height in pixels
 * @param dotsPerInch how finely it was scanned
 * @param codes the codes that were read on it
 */
public record ScannedPage(byte[] jpeg, int width, int height, int dotsPerInch, List<PageCode> codes) {
    /** Keeps the list from changing. */
    public ScannedPage {
        codes = List.copyOf(codes);
    }

    /** A page as it comes from the scanner: nobody looked for codes yet. */
    public ScannedPage(byte[] jpeg, int width, int height, int dotsPerInch) {
        this(jpeg, width, height, dotsPerInch, List.of());
    }

    @Override
    public String toString() {
        return "ScannedPage[" + width + "x" + height + ", " + jpeg.length + " bytes, " + codes.size() + " codes]";
    }
}
