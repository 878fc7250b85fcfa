package kiosk.documents.scan;

import java.util.Arrays;

/** Where a page is written on: what is clearly darker than the paper around it. */
final class Ink {
    private static final int TILE = 24;
    private static final int CLEARLY = 40;

    private final int width;
    private final int height;
    private final boolean[] inked;

    private Ink(Grey page) {
        width = page.width();
        height = page.height();
        inked = new boolean[width * height];
    }

    static Ink of(Grey page) {
        Ink ink = new Ink(page);
        int columns = (page.width() + TILE - 1) / TILE;
        int rows = (page.height() + TILE - 1) / TILE;
        int[][] paper = new int[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                paper[row][column] = page.level(
                        0.9,
                        column * TILE,
                        row * TILE,
                        Math.min(page.width(), (column + 1) * TILE),
                        Math.min(page.height(), (row + 1) * TILE));
            }
        }
        for (int y = 0; y < page.height(); y++) {
            for (int x = 0; x < page.width(); x++) {
                ink.inked[y * page.width() + x] = page.at(x, y) < around(paper, y / TILE, x / TILE) - CLEARLY;
            }
        }
        return ink;
    }

    /** The paper of a tile full of writing is seen in its neighbours. */
    private static int around(int[][] paper, int row, int column) {
        int lightest = 0;
        for (int y = Math.max(0, row - 1); y <= Math.min(paper.length - 1, row + 1); y++) {
            for (int x = Math.max(0, column - 1); x <= Math.min(paper[y].length - 1, column + 1); x++) {
                lightest = Math.max(lightest, paper[y][x]);
            }
        }
        return lightest;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    boolean at(int x, int y) {
        return inked[y * width + x];
    }

    /** How many cells of that side, off the margin, have at least so many inked dots: dust does not fill a cell. */
    int writtenCells(int side, int margin, int least) {
        int cells = 0;
        for (int top = margin; top + side <= height - margin; top += side) {
            for (int left = margin; left + side <= width - margin; left += side) {
                cells += inkedIn(left, top, side) >= least ? 1 : 0;
            }
        }
        return cells;
    }

    private int inkedIn(int left, int top, int side) {
        int count = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                count += at(x, y) ? 1 : 0;
            }
        }
        return count;
    }

    /** The inked dots off the margin as x, y, x, y, …; at most so many, spread evenly. */
    int[] dots(int most, int margin) {
        int count = 0;
        for (int i = 0; i < inked.length; i++) {
            count += inked[i] && within(i, margin) ? 1 : 0;
        }
        int step = Math.max(1, (count + most - 1) / most);
        int[] dots = new int[2 * (count / step + 1)];
        int seen = 0;
        int used = 0;
        for (int i = 0; i < inked.length; i++) {
            if (inked[i] && within(i, margin) && seen++ % step == 0) {
                dots[used++] = i % width;
                dots[used++] = i / width;
            }
        }
        return Arrays.copyOf(dots, used);
    }

    private boolean within(int dot, int margin) {
        int x = dot % width;
        int y = dot / width;
        return x >= margin && x < width - margin && y >= margin && y < height - margin;
    }
}
