package kiosk.emulators.scanner;

/** The part of the glass that is scanned, in millimetres, and how finely. */
record PageShape(boolean colour, int dotsPerInch, double left, double top, double right, double bottom) {
    private static final double MILLIMETRES_AN_INCH = 25.4;

    int width() {
        return dots(right - left);
    }

    int lines() {
        return dots(bottom - top);
    }

    int bytesPerLine() {
        return width() * (colour ? 3 : 1);
    }

    /** How many dots a length is, at least one. */
    int dots(double millimetres) {
        return (int) Math.max(1, Math.round(millimetres / MILLIMETRES_AN_INCH * dotsPerInch));
    }
}
