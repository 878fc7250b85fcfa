package kiosk.documents.scan;

/**
 * A rectangle that may be turned.
 *
 * @param x of its middle
 * @param y of its middle
 * @param degrees clockwise, -45 to 45
 */
record Rectangle(double x, double y, double width, double height, double degrees) {
    double area() {
        return width * height;
    }

    /** The same in a picture so many times as fine. */
    Rectangle times(double factor) {
        return new Rectangle(x * factor, y * factor, width * factor, height * factor, degrees);
    }

    /** With so much less on every side. */
    Rectangle inset(double margin) {
        return new Rectangle(x, y, width - 2 * margin, height - 2 * margin, degrees);
    }

    /** How far its corners lie outside a picture of that size. */
    double beyond(int across, int down) {
        double cos = Math.cos(Math.toRadians(degrees));
        double sin = Math.sin(Math.toRadians(degrees));
        double reachX = (Math.abs(width * cos) + Math.abs(height * sin)) / 2;
        double reachY = (Math.abs(width * sin) + Math.abs(height * cos)) / 2;
        return Math.max(
                Math.max(reachX - x, x + reachX - across), Math.max(Math.max(reachY - y, y + reachY - down), 0));
    }
}
