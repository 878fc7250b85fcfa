package kiosk.emulators.escpos;

/** What the printer's own fonts and codes look like; rows of dots from top to bottom, true is black. */
public interface TicketInk {
    /** A character in a cell so many dots wide and high. */
    boolean[][] character(String character, int width, int height);

    /** A QR code, one dot a module. */
    boolean[][] code(String text);

    /** Leaves text and codes blank; pictures are printed all the same. */
    static TicketInk none() {
        return new TicketInk() {
            @Override
            public boolean[][] character(String character, int width, int height) {
                return new boolean[height][width];
            }

            @Override
            public boolean[][] code(String text) {
                return new boolean[21][21];
            }
        };
    }
}
