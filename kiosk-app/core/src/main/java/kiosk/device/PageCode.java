package kiosk.device;

/**
 * A code that is printed on a scanned page.
 *
 * @param symbology its kind as ZXing names it, for instance {@code QR_CODE}
 * @param text what it says; it may name a person
 */
public record PageCode(String symbology, String text) {
    @Override
    public String toString() {
        return "PageCode";
    }
}
