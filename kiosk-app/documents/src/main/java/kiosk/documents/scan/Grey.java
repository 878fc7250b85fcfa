package kiosk.documents.scan;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** A picture in levels of grey, 0 black to 255 white, rows from the top. */
record Grey(int width, int height, byte[] levels) {
    /** The picture made smaller by a whole number: each dot is the mean of a square. The picture is of type RGB. */
    static Grey of(BufferedImage image, int factor) {
        int width = Math.max(1, image.getWidth() / factor);
        int height = Math.max(1, image.getHeight() / factor);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        byte[] levels = new byte[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                levels[y * width + x] = (byte) mean(pixels, image.getWidth(), x * factor, y * factor, factor);
            }
        }
        return new Grey(width, height, levels);
    }

    private static int mean(int[] pixels, int stride, int left, int top, int side) {
        int sum = 0;
        for (int y = top; y < top + side; y++) {
            for (int x = left; x < left + side; x++) {
                sum += level(pixels[y * stride + x]);
            }
        }
        return sum / (side * side);
    }

    /** Luma by ITU-R BT.601. */
    private static int level(int rgb) {
        return (299 * ((rgb >> 16) & 255) + 587 * ((rgb >> 8) & 255) + 114 * (rgb & 255)) / 1000;
    }

    int at(int x, int y) {
        return levels[y * width + x] & 255;
    }

    /** Each dot the mean of itself and its neighbours, weighted 1-2-1 both ways: grain goes, edges stay where they are. */
    Grey smooth() {
        int[] across = new int[levels.length];
        byte[] smooth = new byte[levels.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                across[y * width + x] = at(Math.max(0, x - 1), y) + 2 * at(x, y) + at(Math.min(width - 1, x + 1), y);
            }
        }
        for (int y = 0; y < height; y++) {
            int above = Math.max(0, y - 1) * width;
            int below = Math.min(height - 1, y + 1) * width;
            for (int x = 0; x < width; x++) {
                int sum = across[above + x] + 2 * across[y * width + x] + across[below + x];
                smooth[y * width + x] = (byte) (sum / 16);
            }
        }
        return new Grey(width, height, smooth);
    }

    /** The level that this share of a part's dots does not exceed. */
    int level(double share, int left, int top, int right, int bottom) {
        int[] counts = new int[256];
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                counts[at(x, y)]++;
            }
        }
        long wanted = Math.round(share * (right - left) * (bottom - top));
        int level = 0;
        for (long seen = counts[0]; seen < wanted && level < 255; ) {
            seen += counts[++level];
        }
        return level;
    }
}
