package kiosk.device;

/**
 * One scanned page.
 *
 * @param jpeg the picture, JPEG; the array is the record's own and is not to be written to
 * @param width in pixels
 * @param height in pixels
 * @param dotsPerInch how finely it was scanned
 */
public record ScannedPage(byte[] jpeg, int width, int height, int dotsPerInch) {
    @Override
    public String toString() {
        return "ScannedPage[" + width + "x" + height + ", " + jpeg.length + " bytes]";
    }
}
