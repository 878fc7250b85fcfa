package kiosk.desktop.technician.test;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A scan of a blank sheet, cut in cells: a cell in which more than a speck stands out from the sheet's own shade is dirty. The outermost
 * fiftieth of the picture is left out, where the sheet ends and the lid begins.
 *
 * @param dirty which cells, counted along the rows from the top left
 */
record Cells(int columns, int rows, List<Integer> dirty) {
    private static final int COLUMNS = 12;
    private static final int ROWS = 17;
    private static final int EDGE = 50;
    private static final int STANDS_OUT = 36;
    private static final int SPECK_IN_TEN_THOUSAND = 15;

    /** Keeps the list from changing. */
    Cells {
        dirty = List.copyOf(dirty);
    }

    /** Looks at a scanned sheet. */
    static Cells of(BufferedImage sheet) {
        int left = sheet.getWidth() / EDGE;
        int top = sheet.getHeight() / EDGE;
        int width = (sheet.getWidth() - 2 * left) / COLUMNS;
        int height = (sheet.getHeight() - 2 * top) / ROWS;
        int shade = shade(sheet);
        List<Integer> dirty = new ArrayList<>();
        for (int cell = 0; cell < COLUMNS * ROWS; cell++) {
            int x = left + cell % COLUMNS * width;
            int y = top + cell / COLUMNS * height;
            if (isDirty(sheet.getRGB(x, y, width, height, null, 0, width), shade)) {
                dirty.add(cell);
            }
        }
        return new Cells(COLUMNS, ROWS, dirty);
    }

    private static boolean isDirty(int[] pixels, int shade) {
        long standing = Arrays.stream(pixels)
                .filter(it -> Math.abs(grey(it) - shade) > STANDS_OUT)
                .count();
        return standing * 10_000 > (long) SPECK_IN_TEN_THOUSAND * pixels.length;
    }

    /** The sheet's own shade: the middle one of a sample. */
    private static int shade(BufferedImage sheet) {
        int[] sample = new int[1600];
        for (int i = 0; i < sample.length; i++) {
            int x = (i % 40 * 2 + 1) * sheet.getWidth() / 80;
            int y = (i / 40 * 2 + 1) * sheet.getHeight() / 80;
            sample[i] = grey(sheet.getRGB(x, y));
        }
        Arrays.sort(sample);
        return sample[sample.length / 2];
    }

    private static int grey(int rgb) {
        return ((rgb >> 16 & 0xFF) * 3 + (rgb >> 8 & 0xFF) * 6 + (rgb & 0xFF)) / 10;
    }

    boolean clean() {
        return dirty.isEmpty();
    }
}
