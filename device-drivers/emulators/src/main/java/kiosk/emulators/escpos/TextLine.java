package kiosk.emulators.escpos;

import java.util.ArrayList;
import java.util.List;
import kiosk.device.ReceiptPrinter;

/** The line being filled: characters in their cells, until a line feed or the right edge lets it out. */
final class TextLine {
    private static final int HALF_WIDTH = 12;
    private static final int HEIGHT = 24;

    private final Roll roll;
    private final TicketInk ink;
    private final List<Cell> cells = new ArrayList<>();
    private int used;

    int widthTimes = 1;
    int heightTimes = 1;
    int lineSpacing = 30;
    boolean centred;

    TextLine(Roll roll, TicketInk ink) {
        this.roll = roll;
        this.ink = ink;
    }

    /** A character and the size of its cell. */
    private record Cell(String character, int width, int height) {}

    void initialise() {
        forget();
        widthTimes = 1;
        heightTimes = 1;
        lineSpacing = 30;
        centred = false;
    }

    void forget() {
        cells.clear();
        used = 0;
    }

    void put(String character, boolean fullWidth) throws InterruptedException {
        int width = HALF_WIDTH * (fullWidth ? 2 : 1) * widthTimes;
        if (used + width > ReceiptPrinter.DOTS_ACROSS) {
            out();
        }
        cells.add(new Cell(character, width, HEIGHT * heightTimes));
        used += width;
    }

    /** Prints the line, if there is anything on it, and feeds the paper by the line's spacing. */
    void out() throws InterruptedException {
        int height = cells.stream().mapToInt(Cell::height).max().orElse(0);
        if (height > 0) {
            StringBuilder line = new StringBuilder();
            cells.forEach(cell -> line.append(cell.character));
            byte[][] rows = drawn(height);
            for (byte[] row : rows) {
                roll.row(row);
            }
            roll.says(line.toString());
        }
        roll.feed(Math.max(0, lineSpacing - height));
        forget();
    }

    private byte[][] drawn(int height) {
        byte[][] rows = new byte[height][Roll.BYTES_ACROSS];
        int x = centred ? (ReceiptPrinter.DOTS_ACROSS - used) / 2 : 0;
        for (Cell cell : cells) {
            stamp(ink.character(cell.character, cell.width, cell.height), 1, x, rows, height - cell.height);
            x += cell.width;
        }
        return rows;
    }

    /** Prints a code, each module so many dots wide and high. */
    void code(String text, int dots) throws InterruptedException {
        boolean[][] modules = ink.code(text);
        int width = modules.length * dots;
        int left = centred ? Math.max(0, (ReceiptPrinter.DOTS_ACROSS - width) / 2) : 0;
        byte[][] rows = new byte[width][Roll.BYTES_ACROSS];
        stamp(modules, dots, left, rows, 0);
        for (byte[] row : rows) {
            roll.row(row);
        }
        roll.showsCode(text);
    }

    private static void stamp(boolean[][] dots, int times, int left, byte[][] rows, int top) {
        for (int y = 0; y < dots.length * times; y++) {
            for (int x = 0; x < dots[y / times].length * times; x++) {
                int at = left + x;
                if (dots[y / times][x / times] && at < ReceiptPrinter.DOTS_ACROSS) {
                    rows[top + y][at / 8] |= (byte) (0x80 >> at % 8);
                }
            }
        }
    }
}
